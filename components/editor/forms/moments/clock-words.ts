import type { Moments } from "#data";

const WHOSE: Record<NonNullable<Moments["zoneFrom"]>, string> = {
  step: "as the step says",
  person: "the person’s own zone",
  journey: "the journey’s zone",
  workspace: "the workspace’s zone",
  fallback: "because the workspace’s zone is not known",
};

/**
 * Whose clock was used, and why it is not the person's: `Europe/Berlin, the workspace’s zone, because “GMT+2” is not a
 * time zone`.
 */
export function clockWords({ zone, zoneFrom, unreadableZone }: Omit<Moments, "now" | "moments" | "problem">): string {
  if (zone === null) return "";
  const whose = zoneFrom === null ? "" : `, ${WHOSE[zoneFrom]}`;
  const why = unreadableZone === null ? "" : `, because “${unreadableZone}” is not a time zone`;
  return `${zone}${whose}${why}`;
}
