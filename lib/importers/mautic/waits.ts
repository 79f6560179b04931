import { WEEKDAYS } from "#journey";
import { secondsAsDuration } from "../durations.ts";
import type { SketchNode } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Letters of the interval, as PHP writes them: `i` is minutes, `m` months. */
const UNITS: Readonly<Record<string, { readonly letter: string; readonly seconds: number }>> = {
  i: { letter: "m", seconds: 60 },
  h: { letter: "h", seconds: 3_600 },
  d: { letter: "d", seconds: 86_400 },
  m: { letter: " months", seconds: 2_592_000 },
  y: { letter: " years", seconds: 31_536_000 },
};
const WORKDAYS = -1;

export type Delay = {
  /** Approximate, to order steps; null = until a fixed date. */
  readonly seconds: number | null;
  readonly nodes: readonly SketchNode[];
  readonly reasons: readonly string[];
};

/**
 * The waits before a step: Mautic has no step for waiting, each step says when it runs. `elapsed` is how long people
 * have waited already for a step that Mautic counts from the same moment.
 */
export function delayOf(fields: Fields, key: string, elapsed = 0): Delay {
  const mode = textOf(fields.trigger_mode);
  const node = (part: string, config: Fields): SketchNode => ({
    key: `${key}/${part}`,
    name: `Wait before ${textOf(fields.name)}`,
    type: "WAIT",
    config,
  });
  if (mode === "date") {
    const at = dateOf(fields.trigger_date);
    if (at !== null) return { seconds: null, nodes: [node("wait", { until: { at } })], reasons: [] };
  }
  if (mode !== "interval") return { seconds: 0, nodes: [], reasons: [] };
  const unit = UNITS[textOf(fields.trigger_interval_unit)] ?? UNITS.d;
  const amount = Math.max(0, numberOf(fields.trigger_interval) ?? 0);
  const seconds = amount * (unit?.seconds ?? 0);
  const left = Math.max(0, seconds - elapsed);
  const duration = elapsed > 0 ? secondsAsDuration(left) : `${amount}${unit?.letter}`;
  const window = windowOf(fields);
  const hour = timeOf(fields.trigger_hour);
  const main = left > 0 ? [node("wait", { duration, ...(window && hour === null ? { window } : {}) })] : [];
  if (hour !== null) {
    const until = node("hour", { until: { time: hour, ...(window ? { weekdays: window.days } : {}) } });
    return { seconds, nodes: [...main, until], reasons: [HOUR_REASON] };
  }
  if (main.length === 0 && window) return { seconds, nodes: [node("window", { window })], reasons: [] };
  return { seconds, nodes: main, reasons: [] };
}

const HOUR_REASON =
  "Mautic sets the hour on the day on which the interval ends; here people wait until it is next that hour.";

/** The time that an interval takes, in seconds; null = the step waits for a date. */
export const secondsOf = (fields: Fields): number | null => delayOf(fields, "").seconds;

function windowOf(fields: Fields) {
  const from = timeOf(fields.triggerRestrictedStartHour);
  const to = timeOf(fields.triggerRestrictedStopHour);
  const days = daysOf(fields.triggerRestrictedDaysOfWeek);
  if ((from === null || to === null) && days.length === 0) return null;
  return {
    days: days.length > 0 ? days : [...WEEKDAYS],
    from: from ?? "00:00",
    to: (from === null ? null : to) ?? "00:00",
  };
}

function daysOf(value: unknown): string[] {
  const numbers = listOf(value).flatMap((day) => {
    const number = numberOf(day);
    if (number === WORKDAYS) return [1, 2, 3, 4, 5];
    return number === null ? [] : [number];
  });
  // 0 and 7 are Sunday, 1 is Monday.
  return WEEKDAYS.filter((_, index) => numbers.includes(index + 1) || (index === 6 && numbers.includes(0)));
}

/** `17:00:00`, `17:00` or the date object of PHP as a time of day. */
function timeOf(value: unknown): string | null {
  const text = textOf(value) || textOf(objectOf(value).date);
  const found = /(?:^|[ T])([01]?\d|2[0-3]):([0-5]\d)/.exec(text);
  return found ? `${found[1]?.padStart(2, "0")}:${found[2]}` : null;
}

/** A date as text or as the date object of PHP; Mautic writes UTC where it names no zone. */
function dateOf(value: unknown): string | null {
  const text = textOf(value) || textOf(objectOf(value).date);
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!found) return null;
  const [, day, time, offset = "Z"] = found;
  return time === undefined ? (day ?? null) : `${day}T${time}${offset}`;
}
