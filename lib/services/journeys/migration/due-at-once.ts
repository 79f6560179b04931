import { newId, shardOf } from "#db";
import {
  type AdvanceInput,
  advance,
  compile,
  countedEvents,
  type MigrationPlan,
  type Position,
  type Program,
  type WorkspaceSnapshot,
} from "#engine";
import { applyMove, type JourneyDocument } from "#journey";
import { type Context, loadWorkspace } from "#services";
import { readPastEvents } from "#store/events";
import { readStanding } from "#store/positions";
import { chosenBy, readStickyChoices } from "#store/split-choices";
import type { JourneyRow } from "../find-journey.ts";
import { lookUpReferences } from "../versions/pin-references.ts";
import type { PlannedStep } from "./plan.ts";

type Question = {
  readonly document: JourneyDocument;
  readonly steps: readonly { versionId: string; nodeId: string; people: number; action: string }[];
  readonly plan: readonly PlannedStep[];
};

/** The number of people simulated per step; for more, the result is scaled up. */
const TRIED = 1_000;
/** Past events of a person at most, for rules that count. */
const EVENTS = 100;

/**
 * How many of the moved people continue or get a message immediately, by version and node; simulates the move in memory
 * with each person's current data.
 */
export async function countDueAtOnce(ctx: Context, journey: JourneyRow, asked: Question): Promise<Map<string, number>> {
  const moving = asked.steps.filter((step) => step.action === "move" && step.people > 0);
  const counts = new Map<string, number>();
  const { sql } = ctx.database;
  if (moving.length === 0) return counts;
  const pins = await lookUpReferences(ctx, asked.document);
  const program = compile(asked.document, { versionId: newId(), journeyId: journey.id, pins });
  const snapshot = await loadWorkspace(ctx, journey, [...new Set(moving.map((step) => step.versionId))]);
  const names = countedEvents([...snapshot.programs.values(), program], snapshot);
  const plan: MigrationPlan = { steps: asked.plan.map(exact) };
  for (const step of moving) {
    const { now, enrollments } = await readStanding(sql, journey, step, TRIED);
    const ids = enrollments.map(({ person }) => person.id);
    const shards = ids.map(shardOf);
    const [events, choices] = await Promise.all([
      ids.length === 0 || names.length === 0 ? [] : readPastEvents(sql, shards, ids, names, EVENTS),
      readStickyChoices(sql, shards, ids, now),
    ]);
    const eventsOf = Map.groupBy(events, (event) => event.personId);
    const chosen = chosenBy(choices);
    const dry = withTarget(snapshot, program, journey.id, now);
    const due = enrollments.filter(({ enrollment, person }) => {
      const known = { events: eventsOf.get(person.id) ?? [], chosen: chosen.get(person.id) ?? {} };
      return goesOn(
        {
          now,
          horizon: null,
          person,
          enrollments: [enrollment],
          past: [],
          queued: [],
          ...known,
          signals: [],
          snapshot: dry,
        },
        program,
        plan,
      );
    }).length;
    const share = enrollments.length === 0 ? 0 : due / enrollments.length;
    counts.set(`${step.versionId} ${step.nodeId}`, Math.round(share * step.people));
  }
  return counts;
}

const exact = ({ nodeId, versionId, action, toNodeId, timers }: PlannedStep): MigrationPlan["steps"][number] => ({
  nodeId,
  action,
  ...(versionId === undefined ? {} : { versionId }),
  ...(toNodeId === undefined ? {} : { toNodeId }),
  ...(timers === undefined ? {} : { timers }),
});

/** The journey after publishing: the pause has ended, and the new version is the entry version. */
function withTarget(snapshot: WorkspaceSnapshot, program: Program, journeyId: string, now: number): WorkspaceSnapshot {
  const journey = snapshot.journeys.get(journeyId);
  if (journey === undefined) throw new Error("a journey that its workspace does not have");
  const published = { ...applyMove(journey, "publish", { at: now }), entryVersionId: program.versionId };
  return {
    ...snapshot,
    programs: new Map([...snapshot.programs, [program.versionId, program]]),
    journeys: new Map([[journeyId, { ...journey, ...published }]]),
  };
}

/** `input` is of one enrollment. */
function goesOn(input: AdvanceInput, program: Program, plan: MigrationPlan): boolean {
  const [enrollment] = input.enrollments;
  if (enrollment === undefined) return false;
  const { journeyId, versionId: toVersionId } = program;
  const { enrollmentId } = enrollment;
  const signal = { kind: "migrate", id: newId(), at: input.now, journeyId, enrollmentId, toVersionId, plan } as const;
  const outcome = advance({ ...input, signals: [signal] });
  if (outcome.ended.length > 0 || outcome.deliveries.length > 0) return true;
  const after: Position | undefined = outcome.enrollments[0];
  const hops = outcome.history.flatMap((row) => row.hops);
  const arrival = hops.find((hop) => hop.cause === "migrate")?.to ?? enrollment.nodeId;
  return after !== undefined && after.nodeId !== arrival;
}
