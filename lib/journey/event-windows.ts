import { durationSeconds, parseDuration } from "./durations.ts";

/** How far back, in seconds, the event rules inside a value look, wherever they stand in it; `null` = without limit. */
export function eventWindows(value: unknown): (number | null)[] {
  if (Array.isArray(value)) return value.flatMap(eventWindows);
  if (typeof value !== "object" || value === null) return [];
  const own = "event" in value && typeof value.event === "string" && !("type" in value) ? [windowOf(value)] : [];
  return [...own, ...Object.values(value).flatMap(eventWindows)];
}

function windowOf(rule: object): number | null {
  const within = "within" in rule ? parseDuration(rule.within) : null;
  return within === null ? null : durationSeconds(within);
}
