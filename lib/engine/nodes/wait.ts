import type { JsonObject, WaitConfig } from "#journey";
import { readMoment } from "#times";
import { beginningOf } from "#values";
import { type ChosenZone, traitMoment, waitOver } from "../calendar/index.ts";
import type { Timer } from "../enrollment-state.ts";
import type { Execution } from "../execution.ts";
import { type Behaviour, PARK } from "../model.ts";
import { chosenZone } from "../person/rule-context.ts";
import { DATES_FORMAT, FIRST_FORMAT } from "../program.ts";
import { timeoutOf } from "./timeout.ts";

export const wait: Behaviour<"WAIT"> = {
  format: (config) => (config.zone === undefined ? FIRST_FORMAT : DATES_FORMAT),
  repeats: false,
  prepare({ config }) {
    const { until, timeout } = config;
    const reads = until && "trait" in until ? { timersRead: until.trait } : {};
    return {
      enter(run) {
        noteMissingDate(run, config);
        return PARK;
      },
      holds: true,
      timers(run) {
        const zone = config.zone === undefined ? run.zone : zoneOfWait(run, config).zone;
        const due = waitOver(config, run.enrollment.memory.armed, zone, run.person.traits);
        const timers: Timer[] = due === null ? [] : [["next", due]];
        return timeout === undefined ? timers : [...timers, ...timeoutOf(run, timeout, zone)];
      },
      ...reads,
      timed: (run) => sayZone(run, config),
    };
  },
};

/** The zone in which this wait is computed. */
function zoneOfWait({ advanceState, person, enrollment }: Execution, { zone }: WaitConfig): ChosenZone {
  return chosenZone(advanceState, person, enrollment.prepared, zone);
}

/**
 * If the trait has a value that is not a date, the person waits for a date; the receipt of the latest hop records this
 * (R47).
 */
function noteMissingDate(run: Execution, config: WaitConfig): void {
  const { until } = config;
  if (until === undefined || !("trait" in until)) return;
  const { [until.trait]: value } = run.person.traits;
  if (value === undefined || value === null || traitMoment(until, value, zoneOfWait(run, config).zone) !== null) return;
  const awaitsDate = `${until.trait} is ${shortly(value)}, which is no date between the years 1900 and 9999`;
  run.note({ awaitsDate });
}

function shortly(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${beginningOf(text, 100)}…` : text;
}

/** Whether the wait ends at a time on a wall clock, rather than after an exact duration or at an exact time. */
function isByClock({ until, window, zone }: WaitConfig): boolean {
  if (window !== undefined || zone !== undefined) return true;
  if (until === undefined) return false;
  if (!("at" in until)) return true;
  const at = readMoment(until.at);
  return at !== null && "wallMs" in at;
}

/** Receipt fields: the zone in use, who it belongs to, and the value of the person's trait that is not a zone. */
function sayZone(run: Execution, config: WaitConfig): JsonObject {
  const { zone, from, unreadable } = zoneOfWait(run, config);
  if (unreadable === undefined && !isByClock(config)) return {};
  return { zone, zoneFrom: from, ...(unreadable === undefined ? {} : { unreadableZone: shortly(unreadable) }) };
}
