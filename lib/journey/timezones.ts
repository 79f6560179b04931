import * as z from "zod";
import { ByteCache } from "#caches";

/** Where the names of the tz database begin; other areas, such as ICU's own `SystemV/`, are no part of it. */
const AREAS =
  "africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico pacific us";
/** Its names without an area that stand for an abbreviation: SQL reads several of them as a fixed offset. */
const ABBREVIATIONS = "cet cst6cdt eet est est5edt hst met mst mst7mdt pst8pdt wet";
/** Its other names without an area. */
const COUNTRIES =
  "cuba egypt eire gb gb-eire gmt gmt+0 gmt-0 gmt0 greenwich hongkong iceland iran israel jamaica japan kwajalein libya " +
  "navajo nz nz-chat poland portugal prc roc rok singapore turkey uct universal utc w-su zulu";
/** Names that ICU still takes for one of the tz database, which dropped them: Temporal or PostgreSQL does not know them. */
const DROPPED = "us/pacific-new";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const areas = setOf(AREAS);
const abbreviations = setOf(ABBREVIATIONS);
const withoutArea = new Set([...abbreviations, ...setOf(COUNTRIES)]);
const dropped = setOf(DROPPED);

const LONGEST = 64;
const kept = new ByteCache<boolean>(512 * 1024, () => 0);

/** What is said of a text that is none. */
export const UNKNOWN_TIMEZONE = "is not a known time zone such as Europe/Berlin";

/**
 * Whether a text is a time zone: a name of the tz database, the same to `Intl`, Temporal and SQL. An offset such as
 * `+02:00` is none, nor is an abbreviation such as `PST`, which `Intl` alone would take.
 */
export function isTimezone(zone: string): boolean {
  if (zone.length > LONGEST) return false;
  let known = kept.get(zone);
  if (known === undefined) {
    known = isInDatabase(zone.toLowerCase()) && isKnownHere(zone);
    kept.set(zone, known);
  }
  return known;
}

/** Whether a workspace may live in it: SQL would read a name such as `CET` as an abbreviation without summer time. */
export function isWorkspaceTimezone(zone: string): boolean {
  return isTimezone(zone) && !abbreviations.has(zone.toLowerCase());
}

/** Whose clock a node goes by: the person's (as far as it is known), the workspace's, or that of a zone. */
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
