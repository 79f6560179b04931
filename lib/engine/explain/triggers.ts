import { readMoment } from "#times";
import { sayValue } from "#words";
import { type Candidate, entryProgram, matchingEntry } from "../entry/candidates.ts";
import { type DateTrigger, dateTriggersOf, nextStart } from "../entry/dates.ts";
import { sameValue } from "../guards/index.ts";
import type { PreparedEntry } from "../model.ts";
import type { LoggedEvent } from "../signal.ts";
import { isTooOld } from "../signals/event.ts";
import type { Asked } from "./asked.ts";
import type { SegmentNames } from "./rules.ts";
import type { Reason } from "./types.ts";
import { sayEvent } from "./waiting.ts";
import { sayPage } from "./words.ts";

/** The latest event that starts an enrollment, or why none did. */
export type Triggered = { readonly event: LoggedEvent | null; readonly reasons: readonly Reason[] };

/** Looks for the starting event among what the person did, with the matching that batches use. */
export function lookForTrigger(asked: Asked): Triggered {
  const { advanceState, journey } = asked;
  const prepared = entryProgram(advanceState.input.snapshot, journey);
  if (prepared === null) return { event: null, reasons: [] };
  const byEvent = prepared.entries.filter(({ entry }) => entry.eventName !== null);
  const dates = dateTriggersOf(advanceState.input.snapshot).filter((trigger) => trigger.journey.id === journey.id);
  if (byEvent.length === 0) return { event: null, reasons: dates.map((trigger) => notYet(asked, trigger)) };
  const candidate: Candidate = { journey, prepared, entries: byEvent };
  const names = new Set(byEvent.map(({ entry }) => entry.eventName));
  const named = advanceState.input.events.filter((event) => names.has(event.name));
  const event =
    named.findLast((past) => matchingEntry(advanceState, candidate, past, past.receivedAt) !== null) ?? null;
  if (event === null) return { event, reasons: [notTriggered(asked, byEvent, named)] };
  return { event, reasons: isTooOld(advanceState, event) ? [tooOld(asked, event)] : [] };
}

function notTriggered(asked: Asked, entries: readonly PreparedEntry[], named: readonly LoggedEvent[]): Reason {
  const wanted = entries.map((entry) => sayEntry(entry, asked.names)).join(" or ");
  const last = named.at(-1);
  if (last === undefined) {
    return { code: "not_triggered", text: `They have not met a trigger of the journey: ${wanted}.`, detail: {} };
  }
  const text = `“${last.name}” happened on ${asked.say(last.receivedAt)}, but does not fit ${wanted}${differences(entries, last)}.`;
  return { code: "trigger_filter", text, at: last.receivedAt, detail: { event: last.name, eventId: last.id } };
}

/** A date that is still to come, or none. */
function notYet({ advanceState, now, say }: Asked, trigger: DateTrigger): Reason {
  const { person, snapshot } = advanceState.input;
  const { trait } = trigger.config;
  const start = nextStart(snapshot, trigger, person, now);
  const detail = { trait, value: person.traits[trait] ?? null, next: start?.at ?? null };
  if (start !== null) {
    const text = `Their date comes on ${say(start.at)} (trait ${trait} is ${sayValue(person.traits[trait])}).`;
    return { code: "not_triggered", text, at: start.at, detail };
  }
  const value = person.traits[trait];
  const text =
    value === undefined || value === null
      ? `They have no trait ${trait}, which holds the date for this trigger.`
      : readMoment(value) === null
        ? `Their trait ${trait} is ${sayValue(value)}, which is no date.`
        : `The date of their trait ${trait} (${sayValue(value)}) is over.`;
  return { code: "not_triggered", text, detail };
}

function differences(entries: readonly PreparedEntry[], event: LoggedEvent): string {
  const parts = entries.flatMap(({ entry }) => {
    const { filter } = entry.config;
    if (entry.eventName !== event.name || typeof filter !== "object" || filter === null) return [];
    return Object.entries(filter)
      .filter(([key, value]) => !sameValue(event.properties[key], value))
      .map(([key]) => `${key} was ${sayValue(event.properties[key])}`);
  });
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function tooOld({ say }: Asked, event: LoggedEvent): Reason {
  const text =
    event.imported === true
      ? `“${event.name}” came on ${say(event.receivedAt)} with an import; imported events start no journeys.`
      : `“${event.name}” came on ${say(event.receivedAt)}, but happened on ${say(event.timestamp)}, too long before that.`;
  return { code: "too_old", text, at: event.receivedAt, detail: { eventId: event.id, timestamp: event.timestamp } };
}

/** A way in, in words. */
export function sayEntry({ entry }: PreparedEntry, names: SegmentNames): string {
  const { kind, config } = entry;
  switch (kind) {
    case "URL_MATCH":
      return sayPage(config);
    case "ELEMENT_CLICK":
      return `a click on ${config.selector}`;
    case "SEGMENT_ENTERED":
      return `entering the segment “${names(String(config.segment))}”`;
    case "SEGMENT_LEFT":
      return `leaving the segment “${names(String(config.segment))}”`;
    case "SCHEDULE":
      return "the schedule";
    case "DATE":
      return `${config.every === "once" ? "the date" : "each year's day"} of the trait ${config.trait}`;
    case "MANUAL":
      return "being enrolled by hand";
    case "CUSTOM_EVENT":
      return `the event ${sayEvent(entry.eventName ?? "", config)}`;
  }
}
