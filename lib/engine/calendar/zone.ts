import { Temporal } from "temporal-polyfill";
import { ByteCache } from "#caches";
import { isTimezone } from "#journey";
import { LONGEST_ZONE } from "#values";

// The names come from people's traits, so the keys of the cache need a bound on their length.
const kept = new ByteCache<boolean>(512 * 1024, () => 0);

/**
 * Whether wall clock times can be computed in a zone. Input is checked more strictly (`isTimezone`); this check is for
 * values stored before that: an offset continues to work, and an unknown name must not fail an enrollment.
 */
export function isComputable(zone: string): boolean {
  if (zone.length > LONGEST_ZONE) return false;
  let known = kept.get(zone);
  if (known === undefined) {
    known = canBeShownIn(zone);
    kept.set(zone, known);
  }
  return known;
}

function canBeShownIn(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The zone in use, who it belongs to, and the person's trait that should name a zone and does not. */
export type ChosenZone = {
  readonly zone: string;
  readonly from: "step" | "person" | "journey" | "workspace" | "fallback";
  readonly unreadable?: unknown;
};

type Zones = {
  readonly traits: Readonly<Record<string, unknown>>;
  readonly journey: string | null | undefined;
  readonly workspace: string;
};

/**
 * Chooses the zone of a node: the zone that the node names, or the workspace's if it says so. Otherwise the zone in the
 * person's trait `timezone`, else the journey's, else the workspace's.
 */
export function chooseZone(written: unknown, { traits, journey, workspace }: Zones): ChosenZone {
  if (typeof written === "string" && written !== "person") {
    if (written !== "workspace" && isComputable(written)) return { zone: written, from: "step" };
    return zoneOfWorkspace(workspace);
  }
  const own = traits.timezone;
  if (typeof own === "string" && isTimezone(own)) return { zone: own, from: "person" };
  const next: ChosenZone =
    typeof journey === "string" && isComputable(journey)
      ? { zone: journey, from: "journey" }
      : zoneOfWorkspace(workspace);
  return own === undefined || own === null || own === "" ? next : { ...next, unreadable: own };
}

const zoneOfWorkspace = (workspace: string): ChosenZone =>
  isComputable(workspace) ? { zone: workspace, from: "workspace" } : { zone: "UTC", from: "fallback" };

/** The zone in the person's trait `timezone` if it names one, else the journey's if it has one, else the workspace's. */
export function personZone(
  traits: Readonly<Record<string, unknown>>,
  journey: string | null | undefined,
  workspace: string,
): string {
  return chooseZone("person", { traits, journey, workspace }).zone;
}
