import type { Liquid } from "liquidjs";
import { isTimezone } from "#journey";
import { readMoment } from "#times";
import { readableFormat } from "./date-format.ts";
import { handlerOf } from "./filter-handler.ts";

/** The filter's argument may be an offset; a person's trait may not. */
const OFFSET = /^[+-]\d{2}:?\d{2}$/;
/** The library's other filters that read dates; they take no zone. */
const ZONELESS = ["date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string"];

/**
 * Dates in messages are parsed as in waits (R48): the library would read milliseconds as seconds, texts without an offset in the host's zone, and "12" as a year. A value that is not a date is printed unchanged, a wall time as written.
 *
 * The zone of `| date: format, zone` is usually a person's trait: an invalid one would make the whole message fail permanently. The workspace's zone is used instead, as for waits.
 */
export function keepDatesReadable(engine: Liquid): void {
  const date = handlerOf(engine, "date");
  engine.registerFilter("date", function (value, format, ...zones) {
    const written = writtenDate(value);
    if (written === null) return value;
    const zone = written.isWall ? "UTC" : zoneOf(zones, () => this.context.getSync(["workspace", "timezone"]));
    const readable = typeof format === "string" ? readableFormat(format, written.text, zone) : format;
    return date.call(this, written.text, readable, ...(zone === undefined ? [] : [zone]));
  });
  for (const name of ZONELESS) {
    const filter = handlerOf(engine, name);
    engine.registerFilter(name, function (value, ...args) {
      const written = writtenDate(value);
      return written === null ? value : filter.call(this, written.text, ...args);
    });
  }
}

type WrittenDate = { readonly text: string; readonly isWall: boolean };

/** A date in the one form that the library parses unambiguously; null = not a date. */
function writtenDate(value: unknown): WrittenDate | null {
  // Liquid's own words for the current time.
  if (value === "now" || value === "today") return { text: value, isWall: false };
  const written = readMoment(value instanceof Date ? value.getTime() : value);
  if (written === null) return null;
  const isWall = "wallMs" in written;
  return { text: new Date(isWall ? written.wallMs : written.exact).toISOString(), isWall };
}

function zoneOf(zones: readonly unknown[], workspaceZone: () => unknown): string | number | undefined {
  if (zones.length === 0) return undefined;
  const [zone] = zones;
  if (typeof zone === "number") return zone;
  if (isZone(zone)) return zone;
  const fallback = workspaceZone();
  return isZone(fallback) ? fallback : undefined;
}

const isZone = (zone: unknown): zone is string => typeof zone === "string" && (isTimezone(zone) || OFFSET.test(zone));
