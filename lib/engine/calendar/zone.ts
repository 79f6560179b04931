import { Temporal } from "temporal-polyfill";
import { ByteCache } from "#caches";
import { isTimezone } from "#journey";

/** No zone has a longer name; the texts come from people's traits, and what is kept of them has to stay small. */
const LONGEST_NAME = 64;
const kept = new ByteCache<boolean>(512 * 1024, () => 0);

/**
 * Whether wall times can be computed in a zone at all. What may be entered is stricter (`isTimezone`); this is for what was
 * stored before that was asked: an offset goes on as it is, a name that no clock knows must not fail anybody.
 */
export function isComputable(zone: string): boolean {
  if (zone.length > LONGEST_NAME) return false;
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

/** A zone, whose it is, and the trait of the person that was to name one and does not. */
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
 * The zone that a node names, or the workspace's, or (unless it says so) the person's: the trait `timezone` if it names one,
 * else the journey's if it has one, else the workspace's.
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

/** The person's own zone if their trait `timezone` names one, else the journey's if it has one, else the workspace's. */
export function personZone(
  traits: Readonly<Record<string, unknown>>,
  journey: string | null | undefined,
  workspace: string,
): string {
  return chooseZone("person", { traits, journey, workspace }).zone;
}
