import type { Timer } from "../enrollment-state.ts";
import { Execution, type Occurrence } from "../execution.ts";
import { goOnFrom } from "../hops/arrival.ts";
import { exitOf } from "../hops/walk.ts";
import type { AdvanceState, Prepared, PreparedState, RunningEnrollment } from "../model.ts";
import { prepare } from "../prepare.ts";
import type { MigrationPlan, MigrationStep, Signal } from "../signal.ts";
import { armLimits, nodeTimers } from "../timers/due.ts";

type Migrate = Extract<Signal, { kind: "migrate" }>;

/** Carries out a migration plan for the person's running enrollments of the journey (R35). */
export function takeMigrate(what: Occurrence, signal: Migrate): void {
  const { advanceState } = what;
  const program = advanceState.input.snapshot.programs.get(signal.toVersionId);
  if (program === undefined || program.journeyId !== signal.journeyId) return;
  const prepared = prepare(program);
  for (const enrollment of [...advanceState.enrollments]) {
    if (enrollment.ended || enrollment.journey.id !== signal.journeyId || enrollment.versionId === signal.toVersionId)
      continue;
    if (signal.enrollmentId !== undefined && signal.enrollmentId !== enrollment.enrollmentId) continue;
    const run = new Execution(what, enrollment);
    migrate(run, prepared, signal);
    run.commit();
  }
}

function migrate(run: Execution, prepared: Prepared, { plan, toVersionId }: Migrate): void {
  const { enrollment } = run;
  const step = stepFor(plan, enrollment);
  if (step === null || step.action === "stay") return;
  if (step.action === "exit") {
    run.cutShort({ status: "stopped", reason: "moved_out", cause: "migrate", receipt: { toVersionId } });
    return;
  }
  const from = enrollment.prepared.states.get(enrollment.nodeId);
  const to = from === undefined ? undefined : targetOf(step, from, prepared);
  if (from === undefined || to === undefined) return;
  const timers = step.timers ?? plan.timers ?? "keep";
  move(run.inOrder(), { from, to, prepared, timers });
}

function stepFor({ steps }: MigrationPlan, enrollment: RunningEnrollment): MigrationStep | null {
  const named = (step: MigrationStep) => step.nodeId === enrollment.nodeId;
  return (
    steps.find((step) => named(step) && step.versionId === enrollment.versionId) ??
    steps.find((step) => named(step) && step.versionId === undefined) ??
    null
  );
}

/** The node that the plan names, else the one of the same id, else of the same name. */
function targetOf(step: MigrationStep, from: PreparedState, prepared: Prepared): PreparedState | undefined {
  if (step.toNodeId !== undefined) return prepared.states.get(step.toNodeId);
  const { nodeId, name } = from.program;
  return prepared.states.get(nodeId) ?? [...prepared.states.values()].find(({ program }) => program.name === name);
}

/** Whether it is the same node in both versions, whose effects have then already happened: same id or name, and same kind. */
function isSameStep(from: PreparedState, to: PreparedState): boolean {
  const { nodeId, name, type } = from.program;
  return (nodeId === to.program.nodeId || name === to.program.name) && type === to.program.type;
}

type Move = {
  readonly from: PreparedState;
  readonly to: PreparedState;
  readonly prepared: Prepared;
  readonly timers: NonNullable<MigrationPlan["timers"]>;
};

function move(run: Execution, asked: Move): void {
  const { advanceState, enrollment, at } = run;
  const { from, to, prepared, timers } = asked;
  // Nobody waits at a disabled node, so people who stand there pass through it.
  const same = isSameStep(from, to) && enrollment.memory.moved !== "run" && to.program.disabled === undefined;
  const fromVersionId = enrollment.versionId;
  const toVersionId = prepared.program.versionId;
  run.count(enrollment.nodeId, "exited");
  const fromNodeId = from.program.nodeId;
  const toNodeId = to.program.nodeId;
  const { enrollmentId: id, journey } = enrollment;
  advanceState.out.moved.push({ id, journeyId: journey.id, fromVersionId, toVersionId, fromNodeId, toNodeId });
  changeVersion(advanceState, enrollment, prepared);
  if (!same) leaveVisit(enrollment);
  const receipt = { fromVersionId, timers, visit: same ? "same" : "new" };
  run.arrive({ from: fromNodeId, to: toNodeId, edge: null, at, cause: "migrate", receipt });
  if (same) run.park(rearmed(run, asked));
  goOnFrom(run, same ? "look" : "run");
}

/** Limits and goal become those of the new version; a different goal starts unreached. */
function changeVersion(advanceState: AdvanceState, enrollment: RunningEnrollment, prepared: Prepared): void {
  const { memory, prepared: before } = enrollment;
  const isOtherGoal = before.program.goalRevision !== prepared.program.goalRevision;
  if (isOtherGoal) {
    delete memory.reached;
    delete memory.wasTrue;
  }
  delete memory.recheck;
  if (memory.early !== undefined) memory.early = renamed(memory.early, before, prepared);
  enrollment.versionId = prepared.program.versionId;
  enrollment.prepared = prepared;
  armLimits(advanceState, enrollment);
}

/** Transfers earlier events, stored for nodes that count them, to the nodes of the same id or name. */
function renamed(early: Readonly<Record<string, string>>, before: Prepared, after: Prepared): Record<string, string> {
  const known = Object.entries(early).flatMap(([nodeId, eventId]) => {
    const name = before.states.get(nodeId)?.program.name;
    const state = after.lookingBack.find(({ program }) => program.nodeId === nodeId || program.name === name);
    return state === undefined ? [] : [[state.program.nodeId, eventId]];
  });
  return Object.fromEntries(known);
}

function leaveVisit({ memory }: RunningEnrollment): void {
  memory.visit += 1;
  memory.timers = [];
  delete memory.spent;
}

/**
 * The timers of the new exits, counted from the entry into the node. `keep` keeps the due times of timers whose edge
 * has the same name; the node's own timers, which may have no edge, are matched by their branch.
 */
function rearmed(run: Execution, { from, to, timers }: Move): readonly Timer[] {
  const fresh = nodeTimers(run);
  if (timers === "recompute") return fresh;
  const kept = new Map(run.enrollment.memory.timers.map(([key, due]) => [nameOf(from, key), due]));
  return fresh.map(([key, due]): Timer => [key, kept.get(nameOf(to, key)) ?? due]);
}

function nameOf(state: PreparedState, key: string): string {
  return key.startsWith("#") ? `edge ${exitOf(state, key)?.edgeName ?? key}` : key;
}
