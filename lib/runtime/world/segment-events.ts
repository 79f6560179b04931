import { eventName } from "#journey";

/** Names of the events that a rule group counts, wherever they stand in it. */
export function segmentEvents(rules: unknown): string[] {
  if (Array.isArray(rules)) return rules.flatMap(segmentEvents);
  if (typeof rules !== "object" || rules === null) return [];
  const own = "event" in rules && typeof rules.event === "string" ? [eventName(rules.event)] : [];
  return [...own, ...Object.values(rules).flatMap(segmentEvents)];
}
