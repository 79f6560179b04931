import {
  durationSeconds,
  isInParts,
  type JourneyDocument,
  type JourneyNode,
  type JsonObject,
  parseDuration,
} from "#journey";
import { isObject } from "#values";
import { type Losses, quoted } from "../losses.ts";
import { sameJson } from "../same-json.ts";
import type { EntryConditions, OrderedSteps } from "./schema.ts";

/** What the format says about a journey besides its steps. */
export type Entry = Pick<OrderedSteps, "maxDuration" | "entryConditions">;

/** Writes the trigger and the settings. */
export function writeEntry({ settings }: JourneyDocument, trigger: JourneyNode | null, losses: Losses): Entry {
  const { entryConditions, minDaysSinceLastJourney } = settings;
  const { event: second, ...parts } = partsOf(entryConditions);
  const event = trigger === null ? null : entryEvent(trigger, losses);
  if (typeof second === "string")
    losses.ofJourney("settings.entryConditions.event", `The entry event “${second}” is written as the trigger.`);
  const written: EntryConditions = {
    ...parts,
    ...(event === null ? (typeof second === "string" ? { event: second } : {}) : { event }),
    ...(typeof minDaysSinceLastJourney === "number" || isObject(minDaysSinceLastJourney)
      ? { minDaysSinceLastJourney: minDaysSinceLastJourney as NonNullable<EntryConditions["minDaysSinceLastJourney"]> }
      : {}),
  };
  return {
    ...maxDurationOf(settings, losses),
    ...(Object.keys(written).length === 0 ? {} : { entryConditions: written }),
  };
}

/** Entry conditions in parts; a plain map compares properties of the event. */
function partsOf(conditions: unknown): JsonObject {
  if (!isObject(conditions) || Object.keys(conditions).length === 0) return {};
  return isInParts(conditions) ? conditions : { filter: conditions };
}

function entryEvent(trigger: JourneyNode, losses: Losses): string | null {
  const { triggerType, triggerConfig } = trigger.config;
  const inner: JsonObject = isObject(triggerConfig) ? triggerConfig : {};
  for (const field of ["filter", "expression"])
    if (inner[field] !== undefined || trigger.config[field] !== undefined)
      losses.ofNode(trigger, `config.triggerConfig.${field}`, `${quoted(trigger)} is written without its ${field}.`);
  if (triggerType === "CUSTOM_EVENT" && typeof inner.eventName === "string" && inner.eventName !== "")
    return inner.eventName;
  if (triggerType !== "MANUAL")
    losses.ofNode(trigger, "config.triggerType", `${quoted(trigger)} is written as an entry by hand.`);
  return null;
}

const DAY = 86_400;

/** Days; other durations are rounded up and reported. */
function maxDurationOf({ maxDuration }: JsonObject, losses: Losses): Pick<Entry, "maxDuration"> {
  if (typeof maxDuration === "number") return { maxDuration };
  const duration = maxDuration === undefined || maxDuration === null ? null : parseDuration(maxDuration);
  if (duration === null) return {};
  const days = durationSeconds(duration) / DAY;
  const isWhole = Object.entries(duration).every(
    ([unit, amount]) => unit === "days" || unit === "weeks" || amount === 0,
  );
  if (!isWhole)
    losses.ofJourney("settings.maxDuration", "The format counts the maximum duration in days, so it is rounded up.");
  return { maxDuration: Math.max(1, Math.ceil(days)) };
}

/** The settings after reading: what the format says, where it differs from what was written of before. */
export function settingsFor(
  journey: Entry,
  before: { readonly settings: JsonObject; readonly entry: Entry } | null,
): JsonObject {
  const settings = { ...before?.settings };
  if (before === null || (journey.maxDuration ?? null) !== (before.entry.maxDuration ?? null))
    set(settings, "maxDuration", journey.maxDuration);
  if (before !== null && sameEntry(journey, before.entry)) return settings;
  const { event: _event, minDaysSinceLastJourney, ...parts } = journey.entryConditions ?? {};
  set(settings, "entryConditions", Object.keys(parts).length === 0 ? undefined : parts);
  set(settings, "minDaysSinceLastJourney", minDaysSinceLastJourney);
  return settings;
}

export const sameEntry = (left: Entry, right: Entry): boolean =>
  sameJson(left.entryConditions ?? {}, right.entryConditions ?? {});

function set(settings: JsonObject, key: string, value: unknown): void {
  if (value === undefined || value === null) delete settings[key];
  else settings[key] = value;
}

/** The config of the trigger for an entry event; without one, members of the segments enter, or people are enrolled by hand. */
export function triggerConfigFor({ entryConditions }: Entry): JsonObject {
  const event = entryConditions?.event;
  return event === undefined
    ? { triggerType: "MANUAL", triggerConfig: {} }
    : { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } };
}
