import * as z from "zod";
import { ByteCache } from "#caches";
import { LONGEST_ZONE } from "#values";

/** The areas of the tz database; other areas, such as ICU's own `SystemV/`, do not belong to it. */
const AREAS =
  "africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico pacific us";
/** Its names without an area that are abbreviations: SQL reads several of them as a fixed offset. */
const ABBREVIATIONS = "cet cst6cdt eet est est5edt hst met mst mst7mdt pst8pdt wet";
/** Its other names without an area. */
const COUNTRIES =
  "cuba egypt eire gb gb-eire gmt gmt+0 gmt-0 gmt0 greenwich hongkong iceland iran israel jamaica japan kwajalein libya " +
  "navajo nz nz-chat poland portugal prc roc rok singapore turkey uct universal utc w-su zulu";
/** Names that ICU still accepts but the tz database dropped: Temporal or PostgreSQL does not know them. */
const DROPPED = "us/pacific-new";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const areas = setOf(AREAS);
const abbreviations = setOf(ABBREVIATIONS);
const withoutArea = new Set([...abbreviations, ...setOf(COUNTRIES)]);
const dropped = setOf(DROPPED);

const kept = new ByteCache<boolean>(512 * 1024, () => 0);

/** The message about a text that is not a time zone. */
export const UNKNOWN_TIMEZONE = "is not a known time zone such as Europe/Berlin";

/**
 * Whether a text is a time zone: a name of the tz database, with the same meaning in `Intl`, Temporal and SQL. Offsets
 * such as `+02:00` and abbreviations such as `PST`, which only `Intl` accepts, are refused.
 */
export function isTimezone(zone: string): boolean {
  if (zone.length > LONGEST_ZONE) return false;
  let known = kept.get(zone);
  if (known === undefined) {
    known = isInDatabase(zone.toLowerCase()) && isKnownHere(zone);
    kept.set(zone, known);
  }
  return known;
}

/** Whether a workspace may use the zone: SQL would read a name such as `CET` as an abbreviation without summer time. */
export function isWorkspaceTimezone(zone: string): boolean {
  return isTimezone(zone) && !abbreviations.has(zone.toLowerCase());
}

/** The zone of a node: the person's (as far as it is known), the workspace's, or a named zone. */
export const ZoneChoice = z.string().refine((zone) => zone === "person" || zone === "workspace" || isTimezone(zone), {
  error: "is neither “person” nor “workspace” nor a known time zone such as Europe/Berlin",
});

function isInDatabase(name: string): boolean {
  const slash = name.indexOf("/");
  return slash < 0 ? withoutArea.has(name) : areas.has(name.slice(0, slash)) && !dropped.has(name);
}

function isKnownHere(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
