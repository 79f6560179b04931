import { Execution, type Occurrence } from "../execution.ts";
import { goOnFrom } from "../hops/arrival.ts";
import type { Signal } from "../signal.ts";

type Release = Extract<Signal, { kind: "release" }>;

/**
 * Takes an enrollment away from the node where somebody saw it wait. One that has moved on since, or that waits there in
 * another visit, is not changed, and neither is one whose version lacks the node to which it should move.
 */
export function takeRelease(what: Occurrence, signal: Release): void {
  const { enrollmentId, nodeId, visit } = signal;
  const enrollment = what.advanceState.enrollments.find((one) => one.enrollmentId === enrollmentId && !one.ended);
  if (enrollment === undefined || enrollment.nodeId !== nodeId || enrollment.memory.visit !== visit) return;
  const run = new Execution(what, enrollment).inOrder();
  if (signal.action === "exit") run.cutShort({ status: "stopped", reason: "stopped", cause: "release" });
  else if (signal.action === "move") moveTo(run, signal.toNodeId);
  else {
    // During a hold nothing moves, and what comes at its end has to be stored.
    run.touch();
    goOnFrom(run, "pass");
  }
  run.commit();
}

/** The visit of the node ends as advanced, without an edge; the node of the destination runs (R36). */
function moveTo(run: Execution, toNodeId: string | undefined): void {
  const { enrollment, at } = run;
  const { memory, nodeId: from } = enrollment;
  if (toNodeId === undefined || !enrollment.prepared.states.has(toNodeId)) return;
  run.count(from, "advanced");
  memory.visit += 1;
  memory.timers = [];
  delete memory.spent;
  delete memory.recheck;
  run.arrive({ from, to: toNodeId, edge: null, at, cause: "release", receipt: { moved: true } });
  goOnFrom(run, "run");
}
