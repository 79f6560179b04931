import type { Temporal } from "temporal-polyfill";
import { type Cron, parseCron } from "#journey";
import { HOUR_MS, momentOf } from "#times";
import { LONGEST_ZONE } from "#values";
import type { EpochMs } from "../signal.ts";
import { zoned } from "./clock.ts";
import { isComputable } from "./zone.ts";

/** Two leap years can be eight years apart (1896 and 1904), so 29 February may be that far away. */
const DAYS_AHEAD = 366 * 8 + 2;
/** Hours; no zone puts its clocks back by more. */
const PUT_BACK = 3;

/** The `triggerConfig` of a SCHEDULE trigger. */
type Schedule = { readonly at?: unknown; readonly cron?: unknown; readonly timezone?: unknown };

/**
 * The next time a SCHEDULE trigger fires after `after` (both epoch ms): once at `at`, or as `cron` says, on the clock
 * of the trigger's own zone, else of the workspace's. Null = never again, or not a schedule. Throws a `RangeError` for
 * an unknown zone: computing with another zone would fire the trigger at an unintended time.
 */
export function nextScheduled(config: Schedule, workspaceTimezone: string, after: EpochMs): EpochMs | null {
  const own = config.timezone;
  const zone = typeof own === "string" ? own : workspaceTimezone;
  if (!isComputable(zone)) throw new RangeError(`“${zone.slice(0, LONGEST_ZONE)}” is not a known time zone`);
  if (typeof config.cron === "string") {
    const cron = parseCron(config.cron);
    return cron === null ? null : nextAfter(cron, zone, after);
  }
  const at = momentOf(config.at, zone);
  return at !== null && at > after ? at : null;
}

/**
 * The first time after `after` (epoch ms) that the expression matches in `zone`. A time that the clocks skip moves
 * forward by the gap; a time that occurs twice runs the first time only, unless the expression runs every hour.
 */
function nextAfter(cron: Cron, zone: string, after: EpochMs): EpochMs | null {
  const local = zoned(after, zone);
  let date = local.toPlainDate().subtract({ days: 1 });
  let found: EpochMs | null = null;
  for (let day = 0; day < DAYS_AHEAD; day += 1) {
    if (isOn(cron, date)) {
      const first = firstOn(cron, date, zone, after);
      if (first !== null && (found === null || first < found)) found = first;
    }
    if (found !== null && zoned(found, zone).toPlainDate().until(date).days >= 0) return found;
    date = date.add({ days: 1 });
  }
  return found;
}

function isOn({ days, months, weekdays, eitherDay }: Cron, date: Temporal.PlainDate): boolean {
  if (!months.includes(date.month)) return false;
  const day = days.includes(date.day);
  const weekday = weekdays.includes(date.dayOfWeek % 7);
  return eitherDay ? day || weekday : day && weekday;
}

function firstOn(cron: Cron, date: Temporal.PlainDate, zone: string, after: EpochMs): EpochMs | null {
  const everyHour = cron.hours.length === 24;
  let first: EpochMs | null = null;
  let firstHour = 24;
  for (const hour of cron.hours) {
    if (hour > firstHour + PUT_BACK) break;
    if (date.toPlainDateTime({ hour, minute: 59 }).toZonedDateTime(zone).epochMilliseconds < after - PUT_BACK * HOUR_MS)
      continue;
    for (const minute of cron.minutes) {
      const wall = date.toPlainDateTime({ hour, minute });
      for (const which of everyHour ? (["compatible", "later"] as const) : (["compatible"] as const)) {
        const at = wall.toZonedDateTime(zone, { disambiguation: which }).epochMilliseconds;
        if (at <= after || (first !== null && at >= first)) continue;
        first = at;
        firstHour = hour;
      }
    }
  }
  return first;
}
