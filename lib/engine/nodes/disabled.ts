import { defaultExitOf } from "../hops/default-exit.ts";
import type { NodeActions } from "../model.ts";
import type { ProgramState } from "../program.ts";

/** A disabled node has no effect and lets nobody wait; its receipt says so. */
export function passThrough({ exits }: Pick<ProgramState, "exits">): NodeActions {
  const named = exits.flatMap(({ branch, trigger }) => (trigger === null && branch !== null ? [branch] : []));
  const race = exits.find(({ trigger }) => trigger !== null);
  // Without an outcome of its own to serve, the edge that would have ended a wait leads on.
  const exit = named.length === 0 && race !== undefined ? `#${race.edgeId}` : defaultExitOf(new Set(named));
  return { enter: () => ({ exit, receipt: { disabled: true } }) };
}
