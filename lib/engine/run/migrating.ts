import type { LiveTrip, Prepared, PreparedState, Work } from "../model.ts";
import { prepare } from "../prepare.ts";
import type { Instant, MigrationPlan, MigrationStep, Signal } from "../signal.ts";
import { cutShort } from "./ending.ts";
import { goOnFrom } from "./moving.ts";
import { arrive, count, flush } from "./recording.ts";
import { exitOf } from "./stepping.ts";
import { armLimits, nodeTimers } from "./timers.ts";
import type { Timer } from "./trip-memory.ts";

type Migrate = Extract<Signal, { kind: "migrate" }>;

/** Carries a migration plan out for the person's running trips of the journey (R35). */
export function takeMigrate(work: Work, signal: Migrate): void {
  const program = work.turn.world.programs.get(signal.toVersionId);
  if (program === undefined || program.journeyId !== signal.journeyId) return;
  const prepared = prepare(program);
  for (const trip of [...work.trips]) {
    if (trip.ended || trip.journey.id !== signal.journeyId || trip.versionId === signal.toVersionId) continue;
    if (signal.enrollmentId !== undefined && signal.enrollmentId !== trip.enrollmentId) continue;
    migrate(work, trip, prepared, signal);
    flush(work, trip);
  }
}

function migrate(work: Work, trip: LiveTrip, prepared: Prepared, { plan, toVersionId, at }: Migrate): void {
  const step = stepFor(plan, trip);
  if (step === null || step.action === "stay") return;
  if (step.action === "exit") {
    const receipt = { toVersionId };
    cutShort(work, trip, { status: "stopped", reason: "moved_out", at, cause: "migrate", receipt });
    return;
  }
  const from = trip.prepared.states.get(trip.nodeId);
  const to = from === undefined ? undefined : targetOf(step, from, prepared);
  if (from === undefined || to === undefined) return;
  const timers = step.timers ?? plan.timers ?? "keep";
  move(work, trip, { from, to, prepared, timers, at: Math.max(at, trip.memory.at) });
}

function stepFor({ steps }: MigrationPlan, trip: LiveTrip): MigrationStep | null {
  const named = (step: MigrationStep) => step.nodeId === trip.nodeId;
  return (
    steps.find((step) => named(step) && step.versionId === trip.versionId) ??
    steps.find((step) => named(step) && step.versionId === undefined) ??
    null
  );
}

/** The node that is asked for, else the one of the same id, else of the same name. */
function targetOf(step: MigrationStep, from: PreparedState, prepared: Prepared): PreparedState | undefined {
  if (step.toNodeId !== undefined) return prepared.states.get(step.toNodeId);
  const { nodeId, name } = from.program;
  return prepared.states.get(nodeId) ?? [...prepared.states.values()].find(({ program }) => program.name === name);
}

/** The same step, so that its effects have happened: same id or name, and still of the same kind. */
function isSameStep(from: PreparedState, to: PreparedState): boolean {
  const { nodeId, name, type } = from.program;
  return (nodeId === to.program.nodeId || name === to.program.name) && type === to.program.type;
}

type Move = {
  readonly from: PreparedState;
  readonly to: PreparedState;
  readonly prepared: Prepared;
  readonly timers: NonNullable<MigrationPlan["timers"]>;
  readonly at: Instant;
};

function move(work: Work, trip: LiveTrip, asked: Move): void {
  const { from, to, prepared, timers, at } = asked;
  const same = isSameStep(from, to) && trip.memory.moved !== "run";
  const fromVersionId = trip.versionId;
  const toVersionId = prepared.program.versionId;
  count(work, trip, trip.nodeId, "exited");
  const fromNodeId = from.program.nodeId;
  const toNodeId = to.program.nodeId;
  const { enrollmentId: id, journey } = trip;
  work.out.moved.push({ id, journeyId: journey.id, fromVersionId, toVersionId, fromNodeId, toNodeId });
  changeVersion(work, trip, prepared);
  if (!same) leaveVisit(trip);
  const receipt = { fromVersionId, timers, visit: same ? "same" : "new" };
  const hop = { from: fromNodeId, to: toNodeId, edge: null, at, cause: "migrate", receipt };
  arrive(work, trip, hop);
  if (same) trip.memory.timers = rearmed(work, trip, asked);
  goOnFrom(work, trip, at, same ? "look" : "run");
}

/** Limits and the goal are those of the new version; a goal that means something else starts unreached. */
function changeVersion(work: Work, trip: LiveTrip, prepared: Prepared): void {
  const { memory, prepared: before } = trip;
  const isOtherGoal = before.program.goalRevision !== prepared.program.goalRevision;
  if (isOtherGoal) {
    delete memory.reached;
    delete memory.wasTrue;
  }
  delete memory.recheck;
  if (memory.early !== undefined) memory.early = renamed(memory.early, before, prepared);
  trip.versionId = prepared.program.versionId;
  trip.prepared = prepared;
  armLimits(work, trip);
}

/** What was noted for nodes that look back goes to the nodes of the same id or name. */
function renamed(early: Readonly<Record<string, string>>, before: Prepared, after: Prepared): Record<string, string> {
  const known = Object.entries(early).flatMap(([nodeId, eventId]) => {
    const name = before.states.get(nodeId)?.program.name;
    const state = after.lookingBack.find(({ program }) => program.nodeId === nodeId || program.name === name);
    return state === undefined ? [] : [[state.program.nodeId, eventId]];
  });
  return Object.fromEntries(known);
}

function leaveVisit({ memory }: LiveTrip): void {
  memory.visit += 1;
  memory.timers = [];
  delete memory.spent;
}

/**
 * Timers of the new exits, counted from entering the step. `keep` leaves those as armed whose edge has the same name;
 * the node's own, which may have no edge, go by what they lead to.
 */
function rearmed(work: Work, trip: LiveTrip, { from, to, timers, at }: Move): readonly Timer[] {
  const fresh = nodeTimers(work, trip, at);
  if (timers === "recompute") return fresh;
  const kept = new Map(trip.memory.timers.map(([key, due]) => [nameOf(from, key), due]));
  return fresh.map(([key, due]): Timer => [key, kept.get(nameOf(to, key)) ?? due]);
}

function nameOf(state: PreparedState, key: string): string {
  return key.startsWith("#") ? `edge ${exitOf(state, key)?.edgeName ?? key}` : key;
}
