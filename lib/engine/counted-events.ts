import { eventName, objectsIn } from "#journey";
import type { WorkspaceSnapshot } from "./advance-input.ts";
import type { Program } from "./program.ts";

/** Names of the events that a rule group counts, at any depth. */
export function segmentEvents(rules: unknown): string[] {
  return [...objectsIn(rules)].flatMap(({ object }) =>
    typeof object.event === "string" ? [eventName(object.event)] : [],
  );
}

/** Names of the past events that evaluation needs: those that the programs count, and those that segment rules count. */
export function countedEvents(programs: Iterable<Program>, segments: WorkspaceSnapshot["segments"]): string[] {
  const names = new Set<string>();
  for (const program of programs) for (const name of program.needs.eventFacts) names.add(name);
  for (const { rules } of segments?.values() ?? []) for (const name of segmentEvents(rules)) names.add(name);
  return [...names];
}
