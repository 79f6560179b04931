import * as z from "zod";
import { blocksPublishing } from "#engine";
import { type JourneyDocument, type JourneyNode, NodeType } from "#journey";
import { type Context, notFound } from "#services";
import { loadCatalog, pinContent } from "../catalog.ts";
import { draftOf } from "../document.ts";
import { findJourney, type JourneyRow } from "../find-journey.ts";
import { documentProblems } from "../problems.ts";
import { Problem } from "../schema.ts";
import { fieldChanges, meaningOf } from "../versions/compare-documents.ts";
import { nextNumber } from "../versions/freeze-version.ts";
import { countDueAtOnce } from "./due-at-once.ts";
import type { Migration, PublishInput } from "./input.ts";
import { counterpart, type PlannedStep, planMigration } from "./plan.ts";
import { countStanding, type KnownVersion, loadVersions, type Standing } from "./standing.ts";

export const PublishPreview = z
  .object({
    version: z.int().meta({ description: "The number the version would get" }),
    people: z.int(),
    steps: z.array(
      z.object({
        versionId: z.string(),
        versionNumber: z.int(),
        nodeId: z.string(),
        name: z.string(),
        type: NodeType,
        people: z.int(),
        held: z.int().meta({ description: "Of them, held by the pause that publishing would end" }),
        change: z.enum(["same", "changed", "removed"]),
        action: z.enum(["stay", "move", "exit"]),
        toNodeId: z
          .string()
          .nullable()
          .meta({ description: "Where they would go: as planned, else the step of the same id or name" }),
        dueAtOnce: z.int().meta({
          description:
            "Of those who move, how many would go on, or be sent something, at once; of more than 1,000 on a step an estimate",
        }),
      }),
    ),
    problems: z.array(Problem),
  })
  .meta({ id: "PublishPreview" });
export type PublishPreview = z.infer<typeof PublishPreview>;

/** What publishing the draft would do to the people inside, under the plan given. Changes nothing; throws as publishing does for a wrong plan. */
export async function previewPublish(ctx: Context, reference: string, input?: PublishInput): Promise<PublishPreview> {
  const journey = await findJourney(ctx, reference);
  return preview(ctx, journey, draftOf(journey), input?.migration);
}

/** The same for going back to an old version. */
export async function previewRollback(
  ctx: Context,
  reference: string,
  versionId: string,
  input?: PublishInput,
): Promise<PublishPreview> {
  const journey = await findJourney(ctx, reference);
  const versions = await loadVersions(ctx.database.orm, journey.id);
  const version = versions.find((candidate) => candidate.id === versionId);
  if (!version) throw notFound("version");
  return preview(ctx, { ...journey, publishedRevision: null }, version.document, input?.migration);
}

async function preview(
  ctx: Context,
  journey: JourneyRow,
  given: JourneyDocument,
  migration: Migration = { steps: [] },
): Promise<PublishPreview> {
  const { orm } = ctx.database;
  const [versions, standing, catalog, next] = await Promise.all([
    loadVersions(orm, journey.id),
    countStanding(ctx, journey),
    loadCatalog(ctx, orm),
    nextNumber(orm, journey.id),
  ]);
  const document = pinContent(given, catalog);
  // With nothing to publish, people move to the version there is.
  const isNew = journey.revision !== journey.publishedRevision || journey.status === "draft";
  const current = isNew ? undefined : versions.find((version) => version.id === journey.publishedVersionId);
  const older = versions.filter((version) => version !== current);
  const plan = planMigration(migration, older, document);
  const steps = standing.flatMap((place) => describe(journey, older, place, document, plan));
  const problems = await documentProblems(orm, given, catalog);
  const question = { document, steps, plan, timers: migration.timers ?? "keep" } as const;
  const due = blocksPublishing(problems) ? new Map<string, number>() : await countDueAtOnce(ctx, journey, question);
  return {
    version: current?.number ?? next,
    people: standing.reduce((sum, { people }) => sum + people, 0),
    steps: steps
      .map((step) => ({ ...step, dueAtOnce: due.get(`${step.versionId} ${step.nodeId}`) ?? 0 }))
      .sort((left, right) => right.versionNumber - left.versionNumber || right.people - left.people),
    problems,
  };
}

type Described = Omit<PublishPreview["steps"][number], "dueAtOnce">;

function describe(
  journey: JourneyRow,
  older: readonly KnownVersion[],
  { versionId, nodeId, people }: Standing,
  document: JourneyDocument,
  plan: readonly PlannedStep[],
): Described[] {
  const version = older.find((candidate) => candidate.id === versionId);
  const node = version?.document.nodes.find((candidate) => candidate.id === nodeId);
  if (!version || !node) return [];
  const planned = stepFor(plan, versionId, nodeId);
  const same = counterpart(node, document);
  const held = journey.status === "paused" && journey.pauseMode === "hold" ? people : 0;
  const change = !same ? "removed" : isSame(node, version.document, same, document) ? "same" : "changed";
  return [
    {
      versionId,
      versionNumber: version.number,
      nodeId,
      name: node.name,
      type: node.type,
      people,
      held,
      change,
      action: planned?.action ?? "stay",
      toNodeId: planned?.toNodeId ?? same?.id ?? null,
    },
  ];
}

/** A plan for one version's step comes before one for the step wherever it stands. */
function stepFor(plan: readonly PlannedStep[], versionId: string, nodeId: string): PlannedStep | undefined {
  const named = plan.filter((step) => step.nodeId === nodeId);
  return named.find((step) => step.versionId === versionId) ?? named.find((step) => step.versionId === undefined);
}

/** What it does and where it leads to; its name and place on the canvas do not matter. */
function isSame(old: JourneyNode, before: JourneyDocument, fresh: JourneyNode, after: JourneyDocument): boolean {
  const without = ({ name: _name, ...meaning }: ReturnType<typeof meaningOf>) => meaning;
  return (
    fieldChanges(without(meaningOf(old)), without(meaningOf(fresh))).length === 0 &&
    fieldChanges(waysOut(old, before), waysOut(fresh, after)).length === 0
  );
}

function waysOut(node: JourneyNode, { nodes, edges }: JourneyDocument) {
  const nameOf = new Map(nodes.map((candidate) => [candidate.id, candidate.name]));
  return edges
    .filter((edge) => edge.sourceNodeId === node.id)
    .map(({ branch, weight, trigger, targetNodeId }) => ({ branch, weight, trigger, to: nameOf.get(targetNodeId) }))
    .sort((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
}
