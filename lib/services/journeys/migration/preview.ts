import * as z from "zod";
import { blocksPublishing } from "#engine";
import { type JourneyDocument, type JourneyNode, labelOf, NodeType } from "#journey";
import { type Context, notFound } from "#services";
import { countStanding, type Standing } from "#store/positions";
import { nextVersionNumber } from "#store/versions";
import { loadCatalog, pinContent } from "../catalog.ts";
import { draftOf, draftWith } from "../document.ts";
import { findJourney, type JourneyRow } from "../find-journey.ts";
import { loadPresent } from "../present.ts";
import { documentProblems } from "../problems.ts";
import { Problem } from "../schema.ts";
import { fieldChanges, meaningOf } from "../versions/compare-documents.ts";
import { countDueAtOnce } from "./due-at-once.ts";
import type { Migration, PreviewInput, PublishInput } from "./input.ts";
import { type PlannedStep, planMigration } from "./plan.ts";
import { type KnownVersion, loadVersions } from "./standing.ts";
import { counterpart, suggestedTarget, suggestedTimers } from "./suggest.ts";

export const PublishPreview = z
  .object({
    version: z.int().meta({ description: "The number that the version would get" }),
    revision: z.int().meta({ description: "The revision of the draft that was checked" }),
    people: z.int(),
    stay: z.int().meta({ description: "Of them, those who stay on their version under the plan" }),
    move: z.int(),
    exit: z.int(),
    steps: z.array(
      z.object({
        versionId: z.string(),
        versionNumber: z.int(),
        nodeId: z.string(),
        name: z.string(),
        label: z.string().meta({ description: "What people read for the step" }),
        type: NodeType,
        people: z.int(),
        held: z.int().meta({ description: "Of them, held by the pause that publishing would end" }),
        change: z.enum(["same", "changed", "removed"]),
        action: z.enum(["stay", "move", "exit"]),
        toNodeId: z.string().nullable().meta({
          description:
            "Where they would go: as planned, else the step with the same id or name, else the next step after it",
        }),
        timers: z.enum(["keep", "recompute"]).meta({
          description: "What happens to running waits: as planned, else `recompute` where the step's own wait changed",
        }),
        dueAtOnce: z.int().meta({
          description:
            "How many of those who move would continue or be sent something immediately; an estimate for more than 1,000 people on a step",
        }),
      }),
    ),
    present: z
      .array(
        z.object({
          nodeId: z.string(),
          segmentId: z.string(),
          segmentName: z.string(),
          people: z.int(),
          isNew: z.boolean().meta({ description: "The current version is not triggered by this segment" }),
        }),
      )
      .meta({
        description: "Triggers on entering a segment, with the people who are in it now: `includePresent` enrolls them",
      }),
    problems: z.array(Problem),
  })
  .meta({ id: "PublishPreview" });
export type PublishPreview = z.infer<typeof PublishPreview>;

/**
 * What publishing the draft would do to the people inside, under the plan given. Changes nothing; throws as publishing
 * does for a wrong plan.
 */
export async function previewPublish(ctx: Context, reference: string, input?: PreviewInput): Promise<PublishPreview> {
  const journey = await findJourney(ctx, reference);
  if (input?.draft === undefined) return preview(ctx, journey, draftOf(journey), input?.migration);
  return preview(ctx, { ...journey, publishedRevision: null }, draftWith(journey, input.draft), input.migration);
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
    countStanding(ctx.database.sql, journey),
    loadCatalog(ctx, orm),
    nextVersionNumber(orm, journey.id),
  ]);
  const document = pinContent(given, catalog);
  // If there is nothing to publish, people move to the current version.
  const isNew = journey.revision !== journey.publishedRevision || journey.status === "draft";
  const current = isNew ? undefined : versions.find((version) => version.id === journey.publishedVersionId);
  const older = versions.filter((version) => version !== current);
  const plan = planMigration(migration, older, document);
  const steps = standing.flatMap((place) => describe(journey, older, place, document, plan));
  const problems = await documentProblems(ctx, journey, given, { tx: orm, catalog });
  const question = { document, steps, plan };
  const due = blocksPublishing(problems) ? new Map<string, number>() : await countDueAtOnce(ctx, journey, question);
  return {
    version: current?.number ?? next,
    revision: journey.revision,
    people: standing.reduce((sum, { people }) => sum + people, 0),
    ...headCount(standing, steps),
    steps: steps
      .map((step) => ({ ...step, dueAtOnce: due.get(`${step.versionId} ${step.nodeId}`) ?? 0 }))
      .sort((left, right) => right.versionNumber - left.versionNumber || right.people - left.people),
    present: await loadPresent(ctx, document, liveDocument(journey, versions)),
    problems,
  };
}

/** The current entry version. */
function liveDocument(journey: JourneyRow, versions: readonly KnownVersion[]): JourneyDocument | null {
  const isLive = journey.status === "published" || journey.status === "paused";
  return (isLive && versions.find(({ id }) => id === journey.publishedVersionId)?.document) || null;
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
  const suggested = suggestedTarget(node, version.document, document);
  const asked = document.nodes.find((candidate) => candidate.id === planned?.toNodeId);
  const held = journey.status === "paused" && journey.pauseMode === "hold" ? people : 0;
  const change = !same ? "removed" : isSame(node, version.document, same, document) ? "same" : "changed";
  return [
    {
      versionId,
      versionNumber: version.number,
      nodeId,
      name: node.name,
      label: labelOf(node),
      type: node.type,
      people,
      held,
      change,
      action: planned?.action ?? "stay",
      toNodeId: (asked ?? suggested)?.id ?? null,
      timers: planned?.timers ?? suggestedTimers(node, version.document, asked ?? suggested, document),
    },
  ];
}

/** How many stay, move and leave; people who are on no step of an older version stay. */
function headCount(
  standing: readonly Standing[],
  steps: readonly Described[],
): Pick<PublishPreview, "stay" | "move" | "exit"> {
  const count = (action: "move" | "exit") =>
    steps.reduce((sum, step) => sum + (step.action === action ? step.people : 0), 0);
  const [move, exit] = [count("move"), count("exit")];
  return { stay: standing.reduce((sum, { people }) => sum + people, 0) - move - exit, move, exit };
}

/** A plan for the step of one version takes precedence over one for the step in all versions. */
function stepFor(plan: readonly PlannedStep[], versionId: string, nodeId: string): PlannedStep | undefined {
  const named = plan.filter((step) => step.nodeId === nodeId);
  return named.find((step) => step.versionId === versionId) ?? named.find((step) => step.versionId === undefined);
}

/** The config and edges of a step, without its name and position. */
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
