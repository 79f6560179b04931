import { Temporal } from "temporal-polyfill";
import { parseOffset, type Until } from "#journey";
import { isMoment, readMoment, toPlainDateTime, type WrittenMoment } from "#times";
import type { EpochMs } from "../signal.ts";
import { addDuration, zoned } from "./clock.ts";

/**
 * The time (epoch ms) that a wait until a date trait ends, with its offset and time of day; null if the trait is not a
 * date.
 */
export function traitMoment(until: Extract<Until, { trait: string }>, value: unknown, zone: string): EpochMs | null {
  const date = readMoment(value);
  const at = date === null ? null : shifted(until, date, zone);
  return at !== null && isMoment(at) ? at : null;
}

function shifted(until: Extract<Until, { trait: string }>, date: WrittenMoment, zone: string): EpochMs {
  const offset = until.offset === undefined ? null : parseOffset(until.offset);
  if ("exact" in date && until.time === undefined) {
    return offset === null ? date.exact : addDuration(date.exact, offset.duration, zone, offset.sign);
  }
  let local = "exact" in date ? zoned(date.exact, zone).toPlainDateTime() : toPlainDateTime(date.wallMs);
  if (offset !== null) {
    const { years = 0, months = 0, weeks = 0, days = 0 } = offset.duration;
    const calendar = { years, months, weeks, days };
    local = offset.sign > 0 ? local.add(calendar) : local.subtract(calendar);
  }
  if (until.time !== undefined) local = local.withPlainTime(Temporal.PlainTime.from(until.time));
  const at = local.toZonedDateTime(zone).epochMilliseconds;
  if (offset === null) return at;
  const { hours = 0, minutes = 0, seconds = 0 } = offset.duration;
  return addDuration(at, { hours, minutes, seconds }, zone, offset.sign);
}
