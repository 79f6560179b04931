import { eventName, objectsIn } from "#journey";
import type { Decisions } from "./types.ts";

const known = new WeakMap<Decisions, readonly string[]>();

/** Names of the past events that the rules of offers and flows count. */
export function eventsOfDecisions(decisions: Decisions | undefined): readonly string[] {
  if (decisions === undefined) return [];
  let names = known.get(decisions);
  if (names === undefined) {
    const found = new Set<string>();
    for (const { rules } of [...decisions.offers, ...decisions.flows])
      for (const { object } of objectsIn(rules))
        if (typeof object.event === "string") found.add(eventName(object.event));
    names = [...found];
    known.set(decisions, names);
  }
  return names;
}
