import { Temporal } from "temporal-polyfill";
import { ByteCache } from "#caches";
import { HOUR_MS } from "#times";
import type { PolicyReason } from "./reasons.ts";
import type { SendingPolicies, SendWindow, TimedChannel } from "./schema.ts";

/** When a message of the channel may leave, and what is against its leaving now. */
export type TimeOfDay = { readonly at: number; readonly reasons: readonly PolicyReason[] };

/** A day of which no window ever is open is looked at again after an hour: saving refuses such policies. */
const NEVER_MS = HOUR_MS;
/** Each step ends quiet hours or reaches a window; a week of both has fewer. */
const MOST_STEPS = 40;

type Daily = { readonly from: string; readonly to: string };
type Interval = { readonly start: number; readonly end: number };

/**
 * The first time, from `now` on, at which the wall clock of the zone is outside the quiet hours and inside a window. A
 * time that the clocks skip moves forward by the gap; of a time that occurs twice the first counts.
 */
export function timeOfDay(policies: SendingPolicies, channel: TimedChannel, zone: string, now: number): TimeOfDay {
  const quiet = policies.quietHours?.channels.includes(channel) ? policies.quietHours : null;
  const windows = policies.sendWindows.filter((one) => one.channel === channel);
  const reasons: PolicyReason[] = [];
  if (quiet && quietEnd(quiet, zone, now) !== null) {
    reasons.push({ code: "quiet_hours", from: quiet.from, to: quiet.to, zone });
  }
  if (windows.length > 0 && openFrom(windows, zone, now) !== now) reasons.push({ code: "send_window", zone });
  if (reasons.length === 0) return { at: now, reasons };
  return { at: firstOpen(quiet, windows, zone, now) ?? now + NEVER_MS, reasons };
}

/** Whether any moment of a week is open for the channel. */
export function isEverOpen(policies: SendingPolicies, channel: TimedChannel): boolean {
  const quiet = policies.quietHours?.channels.includes(channel) ? policies.quietHours : null;
  const windows = policies.sendWindows.filter((one) => one.channel === channel);
  return firstOpen(quiet, windows, "UTC", 0) !== null;
}

function firstOpen(quiet: Daily | null, windows: readonly SendWindow[], zone: string, now: number): number | null {
  let at = now;
  for (let step = 0; step < MOST_STEPS; step++) {
    const end = quiet && quietEnd(quiet, zone, at);
    const next = end ?? openFrom(windows, zone, at);
    if (next === null) return null;
    if (next === at) return at;
    at = next;
  }
  return null;
}

/** When the quiet hours that hold at this time end; null: none do. */
function quietEnd(quiet: Daily, zone: string, at: number): number | null {
  const key = `${quiet.from} ${quiet.to} ${zone}`;
  const known = answers.get(key);
  if (known !== undefined && known.from <= at && at < known.until) return known.end;
  const today = dayOf(at, zone);
  const days = [-1, 0, 1].map((offset) => intervalOn(today.add({ days: offset }), quiet, zone));
  const end = days.find(({ start, end }) => start <= at && at < end)?.end ?? null;
  const starts = days.map(({ start }) => start).filter((start) => start > at);
  answers.set(key, { from: at, until: end ?? Math.min(...starts), end });
  return end;
}

/** The last answer for a zone, which stays the same until quiet hours begin or end there. */
type Answer = { readonly from: number; readonly until: number; readonly end: number | null };
const answers = new ByteCache<Answer>(256 * 1024, () => 100);

/** The time itself if a window is open, else when the next one opens. */
function openFrom(windows: readonly SendWindow[], zone: string, at: number): number | null {
  if (windows.length === 0) return at;
  const today = dayOf(at, zone);
  let next: number | null = null;
  for (let days = -1; days <= 8; days++) {
    const day = today.add({ days });
    for (const window of windows) {
      if (!window.days.includes(day.dayOfWeek)) continue;
      const { start, end } = intervalOn(day, window, zone);
      if (start <= at && at < end) return at;
      if (start > at && end > start && (next === null || start < next)) next = start;
    }
  }
  return next;
}

function intervalOn(day: Temporal.PlainDate, { from, to }: Daily, zone: string): Interval {
  const lastDay = to <= from ? day.add({ days: 1 }) : day;
  return { start: momentOf(day, from, zone), end: momentOf(lastDay, to, zone) };
}

const momentOf = (day: Temporal.PlainDate, time: string, zone: string): number =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

const dayOf = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
