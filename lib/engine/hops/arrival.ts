import type { Execution } from "../execution.ts";
import { checkExitRules, judgeGoalState } from "../exits/exit-rules.ts";
import { isHeld } from "../pauses/pause.ts";
import { limitOver } from "../timers/due.ts";
import { fire } from "../timers/fire.ts";
import { goOnIfMet } from "./look.ts";
import { defaultExit, exitOf, runNode, takeExit } from "./walk.ts";

/** How an enrollment goes on at the node it was put on: the node runs, is stood on as before, or is passed by. */
export type GoingOn = "run" | "look" | "skip";

/** Goes on at the node an enrollment was put on, unless it has to leave; a hold keeps that until it ends (R32). */
export function goOnFrom(run: Execution, how: GoingOn): void {
  if (isOver(run)) return;
  if (isHeld(run.enrollment)) {
    run.enrollment.memory.moved = how;
    return;
  }
  if (how === "run") runNode(run);
  else if (how === "look") lookAround(run);
  else passBy(run);
}

function passBy(run: Execution): void {
  const { state } = run;
  if (state === undefined) return;
  takeExit(run, { exit: defaultExit(state), cause: "retry", receipt: { skipped: true } });
}

/** What a hold kept of a move. */
export function settleIn(run: Execution): void {
  const { moved } = run.enrollment.memory;
  if (moved === undefined) return;
  delete run.enrollment.memory.moved;
  goOnFrom(run, moved);
}

/** Goal, exit conditions and limits as they are now act before anything else does. */
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
  fire(run.work, enrollment, limit, run.at);
  return true;
}

/** The node as it is now may not keep people whom it kept before: they go on, so that nobody is stranded (R35). */
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
