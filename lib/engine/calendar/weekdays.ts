import { Temporal } from "temporal-polyfill";
import { type SendWindow, WEEKDAYS, type Weekday } from "#journey";
import type { EpochMs } from "../signal.ts";
import { wallTime, zoned } from "./clock.ts";

function isOn(date: Temporal.PlainDate, days: readonly Weekday[]): boolean {
  const name = WEEKDAYS[date.dayOfWeek - 1];
  return name !== undefined && days.includes(name);
}

/** The first time (epoch ms) at or after `at` that is `time` on one of the days. */
export function nextTimeOn(at: EpochMs, days: readonly Weekday[], time: string, zone: string): EpochMs {
  const today = zoned(at, zone).toPlainDate();
  const clock = Temporal.PlainTime.from(time);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = today.add({ days: ahead });
    const moment = wallTime(date, clock, zone);
    if (moment >= at && isOn(date, days)) return moment;
  }
  return at;
}

/**
 * `at` itself while the window is open, else the window's next opening (epoch ms). A window belongs to the day on which
 * it starts. A clock change may remove a window on one day, so the search covers two weeks.
 */
export function nextOpening(at: EpochMs, window: SendWindow, zone: string): EpochMs {
  const today = zoned(at, zone).toPlainDate();
  const from = Temporal.PlainTime.from(window.from);
  const to = Temporal.PlainTime.from(window.to);
  const overnight = Temporal.PlainTime.compare(to, from) <= 0;
  for (let ahead = -1; ahead <= 15; ahead += 1) {
    const date = today.add({ days: ahead });
    if (!isOn(date, window.days)) continue;
    const opens = wallTime(date, from, zone);
    const closes = wallTime(overnight ? date.add({ days: 1 }) : date, to, zone);
    if (closes <= opens || closes <= at) continue;
    return Math.max(opens, at);
  }
  return at;
}
