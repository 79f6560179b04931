import { Execution } from "../execution.ts";
import { checkExitRules } from "../exits/exit-rules.ts";
import { takeExit } from "../hops/walk.ts";
import type { AdvanceState, Cause, RunningEnrollment } from "../model.ts";
import type { EpochMs } from "../signal.ts";
import type { Due } from "./due.ts";

const RESTART_DEPTH_AFTER_MS = 60_000;

/** Fires one timer as its own cause, with hop time `at` (epoch ms). */
export function fire(advanceState: AdvanceState, enrollment: RunningEnrollment, due: Due, at: EpochMs): Execution {
  const run = new Execution({ advanceState, cause: causeOf(enrollment, due, at), at }, enrollment);
  run.touch();
  FIRE[due.what](run, due);
  run.commit();
  return run;
}

function causeOf({ enrollmentId, seq, memory }: RunningEnrollment, due: Due, at: EpochMs): Cause {
  const outside = due.at - memory.armed >= RESTART_DEPTH_AFTER_MS || memory.depth === undefined;
  const seed = `timer:${enrollmentId}:${seq}`;
  const depth = outside ? 0 : (memory.depth ?? 0);
  return { seed, signalId: null, kind: "timer", at, depth, root: outside ? seed : (memory.root ?? seed) };
}

/** What each type of timer does; the compiler reports a type without an entry. */
const FIRE: Readonly<Record<Due["what"], (run: Execution, due: Due) => void>> = {
  deadline(run) {
    const receipt = { days: run.enrollment.prepared.goal?.deadlineDays ?? null };
    run.cutShort({ status: "stopped", reason: "goal_deadline", cause: "deadline", receipt });
  },
  max: (run) => run.cutShort({ status: "stopped", reason: "max_duration", cause: "max_duration" }),
  recheck: lookAgain,
  node(run, { key, at }) {
    const timed = key.startsWith("#") ? {} : (run.state?.node.timed?.(run) ?? {});
    takeExit(run, { exit: key, cause: "timer", receipt: { due: at, ...timed } });
  },
};

/** Evaluates the exit conditions and the awaited condition again, because time alone may have made one true. */
export function lookAgain(run: Execution): void {
  const { memory } = run.enrollment;
  if (memory.recheck !== undefined) delete memory.recheck;
  if (memory.leaveCheck !== undefined) delete memory.leaveCheck;
  if (checkExitRules(run, null)) return;
  const decision = memory.spent ? null : (run.state?.node.onChange?.(run) ?? null);
  if (decision !== null) takeExit(run, decision);
}
