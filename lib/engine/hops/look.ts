import type { Execution } from "../execution.ts";
import { isHeld } from "../pauses/pause.ts";
import { takeExit } from "./walk.ts";

/** Takes the exit of the node if the awaited condition holds. */
export function goOnIfMet(run: Execution): void {
  const { enrollment, state } = run;
  if (isHeld(enrollment) || enrollment.memory.spent || state?.node.onChange === undefined) return;
  const { recheck } = enrollment.memory;
  const decision = state.node.onChange(run);
  if (enrollment.memory.recheck !== recheck) run.touch();
  if (decision !== null) takeExit(run, decision);
}
