import type { HeldSignal } from "../enrollment-state.ts";
import type { Execution } from "../execution.ts";
import { MOST_HELD } from "./pause.ts";

/** Keeps a signal until the hold ends (R32); false = the limit of kept signals is reached. */
export function holdBack(run: Execution, signal: HeldSignal): boolean {
  const { memory } = run.enrollment;
  const held = memory.held ?? [];
  if (held.length >= MOST_HELD) return false;
  memory.held = [...held, signal];
  run.touch();
  return true;
}
