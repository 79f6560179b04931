import { parseDuration, type WaitConfig, WEEKDAYS } from "#journey";
import { momentOf } from "#times";
import type { EpochMs } from "../signal.ts";
import { addDuration } from "./clock.ts";
import { traitMoment } from "./dates.ts";
import { nextOpening, nextTimeOn } from "./weekdays.ts";

type Waiting = Pick<WaitConfig, "duration" | "until" | "window">;

/**
 * The time (epoch ms) at which a wait ends, never before `from`; null while it depends on a date trait that is missing.
 * Every caller uses this one function.
 */
export function waitOver(
  config: Waiting,
  from: EpochMs,
  zone: string,
  traits: Readonly<Record<string, unknown>>,
): EpochMs | null {
  const reached = mainPart(config, from, zone, traits);
  if (reached === null) return null;
  const at = Math.max(from, reached);
  return config.window === undefined ? at : nextOpening(at, config.window, zone);
}

function mainPart(
  config: Waiting,
  from: EpochMs,
  zone: string,
  traits: Readonly<Record<string, unknown>>,
): EpochMs | null {
  if (config.duration !== undefined) {
    const duration = parseDuration(config.duration);
    return duration === null ? from : addDuration(from, duration, zone);
  }
  const { until } = config;
  if (until === undefined) return from;
  if ("at" in until) return momentOf(until.at, zone) ?? from;
  if ("trait" in until) return traitMoment(until, traits[until.trait], zone);
  return nextTimeOn(from, until.weekdays ?? WEEKDAYS, until.time, zone);
}
