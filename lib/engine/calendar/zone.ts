import { isTimezone } from "#journey";

const zones = new Map<string, boolean>();

function isKnown(zone: string): boolean {
  let known = zones.get(zone);
  if (known === undefined) {
    if (zones.size > 2_000) zones.clear();
    known = isTimezone(zone);
    zones.set(zone, known);
  }
  return known;
}

/** The person's own zone if their trait `timezone` names one, else the fallback. */
export function personZone(traits: Readonly<Record<string, unknown>>, fallback: string): string {
  const own = traits.timezone;
  return typeof own === "string" && isKnown(own) ? own : fallback;
}
