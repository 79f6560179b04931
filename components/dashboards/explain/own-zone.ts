import { isTimezone, type JsonObject } from "#journey";

/** The person's own time zone, when their trait names a known one. */
export function ownZone(traits: JsonObject): string | null {
  const zone = traits.timezone;
  return typeof zone === "string" && isTimezone(zone) ? zone : null;
}
