import { personZone } from "#engine";
import { isTimezone, type JsonObject } from "#journey";

/** Whose clock counts for a person: their own, else the journey's, else the workspace's; and where it was taken from. */
export function zoneOf(
  traits: JsonObject,
  journeyTimezone: string | null,
  workspaceTimezone: string,
): { zone: string; source: string } {
  const own = traits.timezone;
  const zone = personZone(traits, journeyTimezone, workspaceTimezone);
  if (typeof own === "string" && isTimezone(own)) return { zone, source: "from the person’s trait timezone" };
  const why = own === undefined || own === null ? "the person has none" : `“${String(own)}” is not a known zone`;
  if (zone === journeyTimezone) return { zone, source: `the journey’s zone, as ${why}` };
  return { zone, source: `the workspace’s zone, as ${why}` };
}
