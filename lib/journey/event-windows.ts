import { durationSeconds, parseDuration } from "./durations.ts";
import { objectsIn } from "./rule-tree.ts";
import type { JsonObject } from "./schema.ts";

/** The windows, in seconds, of all event rules inside a value at any depth; `null` = a rule without a window. */
export function eventWindows(value: unknown): (number | null)[] {
  return [...objectsIn(value)].flatMap(({ object }) =>
    typeof object.event === "string" && object.type === undefined ? [windowOf(object)] : [],
  );
}

function windowOf({ within }: JsonObject): number | null {
  const window = within === undefined ? null : parseDuration(within);
  return window === null ? null : durationSeconds(window);
}
