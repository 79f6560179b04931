import { awaitedBy, eventName, goalKinds, isDisabled, type JourneyDocument, nodeKinds, objectsIn } from "#journey";
import { isObject } from "#values";
import type { ProgramEntry, ProgramNeeds } from "./program.ts";

/** Collects the events for which a program listens, and what its guards read. */
export function needsOf(document: JourneyDocument, entries: readonly ProgramEntry[]): ProgramNeeds {
  const interest = new Set<string>();
  const eventFacts = new Set<string>();
  const segments = new Set<string>();
  for (const entry of entries) if (entry.eventName !== null) interest.add(entry.eventName);
  for (const node of document.nodes) {
    if (isDisabled(node)) continue;
    const awaited = nodeKinds[node.type].awaitsEvent(node.config);
    if (awaited !== null) interest.add(awaited);
    collect(node.config, eventFacts, segments);
  }
  for (const { trigger } of document.edges) {
    const { event } = awaitedBy(trigger);
    if (event !== null) interest.add(eventName(event));
  }
  const reaching = goalEvent(document);
  if (reaching !== null) interest.add(reaching);
  const exits = document.settings.exitConditions;
  if (Array.isArray(exits)) {
    for (const exit of exits) if (hasText(exit, "eventName")) interest.add(eventName(exit.eventName));
  }
  collect(document.settings, eventFacts, segments);
  if (document.audienceId !== null) segments.add(document.audienceId);
  for (const name of eventFacts) interest.add(name);
  return { interest: [...interest].sort(), eventFacts: [...eventFacts].sort(), segments: [...segments].sort() };
}

function goalEvent({ goalConfig }: JourneyDocument): string | null {
  return goalConfig === null ? null : goalKinds[goalConfig.type].eventName(goalConfig.config);
}

/** `{event, count…}` counts past events, `{segment}` tests membership. */
function collect(value: unknown, eventFacts: Set<string>, segments: Set<string>): void {
  for (const { object } of objectsIn(value)) {
    if (typeof object.event === "string" && object.type === undefined) eventFacts.add(eventName(object.event));
    if (typeof object.segment === "string" || typeof object.segment === "number") segments.add(String(object.segment));
    if (Array.isArray(object.segments)) for (const segment of object.segments) segments.add(String(segment));
  }
}

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return isObject(value) && typeof value[key] === "string";
}
