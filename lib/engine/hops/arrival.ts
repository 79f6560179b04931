import type { Execution } from "../execution.ts";
import { checkExitRules, judgeGoalState } from "../exits/exit-rules.ts";
import { isHeld } from "../pauses/pause.ts";
import { limitOver } from "../timers/due.ts";
import { fire } from "../timers/fire.ts";
import { goOnIfMet } from "./look.ts";
import { defaultExit, exitOf, runNode, takeExit } from "./walk.ts";

/**
 * How an enrollment continues after a migration or retry put it on a node: the node runs, the enrollment continues its
 * wait there, or it takes the default exit. `pass`: it takes the default exit because somebody ended its wait.
 */
export type GoingOn = "run" | "look" | "skip" | "pass";

/**
 * Continues at the node, unless the goal, an exit condition or a limit ends the enrollment; during a hold this is
 * postponed until the hold ends (R32).
 */
export function goOnFrom(run: Execution, how: GoingOn): void {
  if (isOver(run)) return;
  if (isHeld(run.enrollment)) {
    run.enrollment.memory.moved = how;
    return;
  }
  if (how === "run") runNode(run);
  else if (how === "look") lookAround(run);
  else passBy(run, how === "pass" ? "release" : "retry");
}

function passBy(run: Execution, cause: "release" | "retry"): void {
  const { state } = run;
  if (state === undefined) return;
  takeExit(run, { exit: defaultExit(state), cause, receipt: { skipped: true } });
}

/** Continues a migration, retry or release that a hold postponed. */
export function settleIn(run: Execution): void {
  const { moved } = run.enrollment.memory;
  if (moved === undefined) return;
  delete run.enrollment.memory.moved;
  goOnFrom(run, moved);
}

/**
 * The present goal, exit conditions and limits apply before anything else happens; true when one of them ended the
 * enrollment.
 */
function isOver(run: Execution): boolean {
  const { enrollment } = run;
  const { goal } = enrollment.prepared;
  if (goal?.exitOnGoal === true && enrollment.memory.reached === true) {
    const receipt = { goal: goal.type, reached: "before" };
    run.cutShort({ status: "completed", reason: "goal_reached", cause: "goal", receipt });
    return true;
  }
  if (judgeGoalState(run) || checkExitRules(run, null)) return true;
  const limit = limitOver(enrollment, run.at);
  if (limit === null) return false;
  fire(run.advanceState, enrollment, limit, run.at);
  return true;
}

/**
 * Continues the wait at the node. A node that does not hold people in this version lets them take its default exit, so
 * that nobody waits there forever (R35).
 */
function lookAround(run: Execution): void {
  const { state, enrollment } = run;
  if (state === undefined) return;
  const { memory } = enrollment;
  if (memory.spent !== undefined) {
    if (state.races.length === 0 || exitOf(state, memory.spent) !== undefined)
      takeExit(run, { exit: memory.spent, cause: "migrate" });
    return;
  }
  if (state.node.holds !== true) {
    takeExit(run, { exit: defaultExit(state), cause: "migrate" });
    return;
  }
  const early = memory.early?.[enrollment.nodeId];
  if (early !== undefined) takeExit(run, { exit: "event", cause: "event", receipt: { eventId: early } });
  else goOnIfMet(run);
}
