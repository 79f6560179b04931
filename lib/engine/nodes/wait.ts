import { type JsonObject, parseDuration, type WaitConfig } from "#journey";
import { readMoment } from "#times";
import { addDuration, type ChosenZone, traitMoment, waitOver } from "../calendar/index.ts";
import { type Behaviour, PARK, type Visit } from "../model.ts";
import { chosenZone, viewOf } from "../person/facts.ts";
import { DATES_FORMAT, FIRST_FORMAT } from "../program.ts";
import { beginningOf } from "../storable.ts";
import type { Timer } from "../trip-memory.ts";

/** The timer of a node's `timeout`, if it has one. */
export function timeoutOf(visit: Visit, fallback?: string, zone = visit.zone): Timer[] {
  const duration = parseDuration(visit.state.program.config.timeout ?? fallback);
  return duration === null ? [] : [["timeout", addDuration(visit.armed, duration, zone)]];
}

/** Whose clock this wait goes by. */
function zoneOfWait({ work, enrollment, state }: Visit): ChosenZone {
  return chosenZone(work, viewOf(work, enrollment), enrollment.prepared, state.program.config.zone);
}

/** A trait that is there and is no date keeps the person waiting for one: the hop that led here says so (R47). */
function noteMissingDate(visit: Visit): void {
  const { until } = visit.state.program.config as WaitConfig;
  if (until === undefined || !("trait" in until)) return;
  const { [until.trait]: value } = viewOf(visit.work, visit.enrollment).traits;
  if (value === undefined || value === null || traitMoment(until, value, zoneOfWait(visit).zone) !== null) return;
  const says = `${until.trait} is ${shortly(value)}, which is no date between the years 1900 and 9999`;
  const hop = visit.enrollment.hops.at(-1);
  if (hop !== undefined) visit.enrollment.hops.splice(-1, 1, { ...hop, receipt: { ...hop.receipt, awaitsDate: says } });
}

function shortly(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${beginningOf(text, 100)}…` : text;
}

/** Whether the end of the wait is a time on a wall clock, and no length or moment alone. */
function isByClock({ until, window, zone }: WaitConfig): boolean {
  if (window !== undefined || zone !== undefined) return true;
  if (until === undefined) return false;
  if (!("at" in until)) return true;
  const at = readMoment(until.at);
  return at !== null && "wallMs" in at;
}

/** Which zone was used, whose it is, and the person's trait that was to name one and is no zone. */
function sayZone(visit: Visit): JsonObject {
  const { zone, from, unreadable } = zoneOfWait(visit);
  if (unreadable === undefined && !isByClock(visit.state.program.config as WaitConfig)) return {};
  return { zone, zoneFrom: from, ...(unreadable === undefined ? {} : { unreadableZone: shortly(unreadable) }) };
}

export const wait: Behaviour = {
  format: (config) => (config.zone === undefined ? FIRST_FORMAT : DATES_FORMAT),
  repeats: false,
  enter(visit) {
    noteMissingDate(visit);
    return PARK;
  },
  holds: () => true,
  timers(visit) {
    const config = visit.state.program.config as WaitConfig;
    const zone = config.zone === undefined ? visit.zone : zoneOfWait(visit).zone;
    const due = waitOver(config, visit.armed, zone, viewOf(visit.work, visit.enrollment).traits);
    const timers: Timer[] = due === null ? [] : [["next", due]];
    return config.timeout === undefined ? timers : [...timers, ...timeoutOf(visit, undefined, zone)];
  },
  timed: sayZone,
};
