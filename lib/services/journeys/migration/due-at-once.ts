import { newId } from "#db";
import { advance, compile, type JourneyState, type MigrationPlan, type Program, type Trip, type World } from "#engine";
import type { JourneyDocument } from "#journey";
import type { Context } from "#services";
import type { JourneyRow } from "../find-journey.ts";
import { endPause } from "../pauses.ts";
import { loadDryWorld } from "./dry-world.ts";
import type { PlannedStep } from "./plan.ts";
import { readStanding, type StandingTrip } from "./read-standing.ts";

type Question = {
  readonly document: JourneyDocument;
  readonly steps: readonly { versionId: string; nodeId: string; people: number; action: string }[];
  readonly plan: readonly PlannedStep[];
};

/** As many of a step are tried out; of more people the share of these is taken. */
const TRIED = 1_000;

/**
 * How many of the people who would move go on at once, or are sent something at once: the move itself, done in memory
 * with each person as they are. By version and node.
 */
export async function countDueAtOnce(ctx: Context, journey: JourneyRow, asked: Question): Promise<Map<string, number>> {
  const moving = asked.steps.filter((step) => step.action === "move" && step.people > 0);
  const counts = new Map<string, number>();
  if (moving.length === 0) return counts;
  const program = compile(asked.document, { versionId: newId(), journeyId: journey.id });
  const world = await loadDryWorld(ctx, journey, [...new Set(moving.map((step) => step.versionId))]);
  const plan: MigrationPlan = { steps: asked.plan.map(exact) };
  for (const step of moving) {
    const { now, trips } = await readStanding(ctx, journey, step, TRIED);
    const dry = withTarget(world, program, resumed(journey, now));
    const due = trips.filter((one) => goesOn(dry, one, program, plan, now)).length;
    const share = trips.length === 0 ? 0 : due / trips.length;
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

function withTarget(world: World, program: Program, journey: JourneyState): World {
  return {
    ...world,
    programs: new Map([...world.programs, [program.versionId, program]]),
    journeys: new Map([[journey.id, { ...journey, entryVersionId: program.versionId }]]),
  };
}

/** The journey as publishing leaves it: a pause is over. */
function resumed(row: JourneyRow, now: number): JourneyState {
  const { id, number, onResume, epoch } = row;
  const pauses = endPause(row.pauses, new Date(now)).map(({ mode, from, to }) => ({
    mode,
    from: Date.parse(from),
    to: to === null ? null : Date.parse(to),
  }));
  return { id, number, status: "published", pauseMode: null, pauses, onResume, epoch, entryVersionId: null };
}

function goesOn(world: World, one: StandingTrip, program: Program, plan: MigrationPlan, now: number): boolean {
  const { trip, person } = one;
  const { journeyId, versionId: toVersionId } = program;
  const signal = {
    kind: "migrate",
    id: newId(),
    at: now,
    journeyId,
    enrollmentId: trip.enrollmentId,
    toVersionId,
    plan,
  } as const;
  const turn = {
    now,
    horizon: null,
    person,
    trips: [trip],
    past: [],
    queued: [],
    events: [],
    signals: [signal],
    world,
  };
  const outcome = advance(turn);
  if (outcome.ended.length > 0 || outcome.deliveries.length > 0) return true;
  const after: Trip | undefined = outcome.trips[0];
  const hops = outcome.history.flatMap((row) => row.hops);
  const arrival = hops.find((hop) => hop.cause === "migrate")?.to ?? trip.nodeId;
  return after !== undefined && after.nodeId !== arrival;
}
