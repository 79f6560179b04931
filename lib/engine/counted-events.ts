import { eventName, objectsIn } from "#journey";
import type { WorkspaceSnapshot } from "./advance-input.ts";
import { eventsOfDecisions } from "./decisions/reads.ts";
import type { Program } from "./program.ts";

/** Names of the events that a rule group counts, at any depth. */
export function segmentEvents(rules: unknown): string[] {
  return [...objectsIn(rules)].flatMap(({ object }) =>
    typeof object.event === "string" ? [eventName(object.event)] : [],
  );
}

/**
 * Whether rules ask for nothing but how often events happened, and when: no field of the person, no segment, no property of
 * an event. The times of the events then decide alone.
 */
export function asksForTimesOnly(rules: unknown): boolean {
  return [...objectsIn(rules)].every(({ object }) => !("field" in object || "segment" in object || "filter" in object));
}

/** Names of the past events that evaluation needs: those that programs, and the rules of segments and decisions, count. */
export function countedEvents(
  programs: Iterable<Program>,
  { segments, decisions }: Pick<WorkspaceSnapshot, "segments" | "decisions">,
): string[] {
  const names = new Set<string>(eventsOfDecisions(decisions));
  for (const program of programs) for (const name of program.needs.eventFacts) names.add(name);
  for (const { rules } of segments?.values() ?? []) for (const name of segmentEvents(rules)) names.add(name);
  return [...names];
}
