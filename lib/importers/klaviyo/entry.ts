import type { JsonObject } from "#journey";
import type { SketchNode } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";
import { eventFilterOf } from "../rules/event-filter.ts";
import { allOf, noneOf } from "../rules/join.ts";
import { groupsOf, rulesOf, segmentOf, sinceStart, testsOf, traitOf } from "./conditions.ts";

type Fields = Readonly<Record<string, unknown>>;
type Told = { readonly config: JsonObject; readonly reasons: readonly string[]; readonly unfinished?: boolean };

export const ENTRY_ID = "trigger";
const MANUAL: JsonObject = { triggerType: "MANUAL", triggerConfig: {} };

/** The trait of a flow that starts by a date of the person. */
export const dateTraitOf = (definition: Fields): string =>
  traitOf(textOf(objectOf(listOf(definition.triggers)[0]).date_profile_property));

/** The trigger of a flow, with its entry in the report. */
export function triggerOf(definition: Fields, pointer: string, outline: Outline): SketchNode {
  const trigger = objectOf(listOf(definition.triggers)[0]);
  const type = textOf(trigger.type) || "none";
  const {
    config,
    reasons,
    unfinished = false,
  } = (Object.hasOwn(TRIGGERS, type) ? TRIGGERS[type] : undefined)?.(trigger, outline) ?? {
    config: MANUAL,
    reasons: [`Triggers of the type ${type} have no counterpart: people are enrolled by hand.`],
  };
  const about = { pointer: `${pointer}/triggers/0`, subject: "step" as const, id: ENTRY_ID, name: "Trigger", type };
  const level = reasons.length > 0 ? "approximated" : "taken_over";
  outline.note(about, { level, reason: reasons.length > 0 ? reasons.join(" ") : null, unfinished });
  return { key: "trigger", name: "Trigger", type: "TRIGGER", config };
}

const joins = ({ id }: Fields, outline: Outline): Told => ({
  config: { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment: segmentOf(textOf(id), outline) } },
  reasons: ["Its list or segment is a segment here, which is created empty."],
});

const TRIGGERS: Readonly<Record<string, (trigger: Fields, outline: Outline) => Told>> = {
  list: joins,
  segment: joins,
  metric: ({ id, trigger_filter: filter }, outline) => {
    const eventName = outline.nameOf("event", textOf(id));
    const tests = groupsOf(filter).map(([condition, ...others]) => {
      const found = condition?.type === "metric-property" && others.length === 0 ? testsOf(condition.filter) : null;
      return found?.map((test) => ({ ...test, name: textOf(condition?.field) })) ?? null;
    });
    const filters = tests.includes(null) ? null : eventFilterOf(tests.flatMap((test) => test ?? []));
    const reasons: string[] = [];
    if (eventName === null)
      reasons.push(`The file does not name the metric ${textOf(id)}: give its name, or choose an event.`);
    if (filters === null)
      reasons.push("A part of its trigger filter has no counterpart: choose it before you publish.");
    const open = eventName === null || filters === null;
    const triggerConfig = { ...(open ? {} : { eventName }), ...filters };
    return { config: { triggerType: "CUSTOM_EVENT", triggerConfig }, reasons, unfinished: open };
  },
  date: (trigger) => {
    if (trigger.date_field_type !== "profile-property")
      return { config: MANUAL, reasons: ["Dates of custom objects do not exist here: people are enrolled by hand."] };
    const trait = traitOf(textOf(trigger.date_profile_property));
    const before = numberOf(trigger.timedelta_value_before_date) ?? 0;
    const unit = { weeks: "w", months: " months" }[textOf(trigger.timedelta_unit_before_date)] ?? "d";
    const time = /^\d{2}:\d{2}/.exec(textOf(trigger.trigger_time))?.[0];
    const repeats = textOf(trigger.recurrence_frequency) || "never";
    const zone = textOf(trigger.timezone);
    const reasons: string[] = [];
    if (repeats === "monthly" || repeats === "weekly")
      reasons.push(`It repeats ${repeats}; here it repeats every year.`);
    if (listOf(trigger.trigger_days).length > 0) reasons.push("The days on which it starts are left out.");
    const triggerConfig = {
      trait,
      ...(before > 0 ? { offset: `-${before}${unit}` } : {}),
      ...(time === undefined ? {} : { time }),
      ...(zone === "" || zone === "profile" ? {} : { zone }),
      every: repeats === "never" ? "once" : "year",
    };
    return { config: { triggerType: "DATE", triggerConfig }, reasons };
  },
};

const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7 };

/** Re-entry and the profile filter, which Klaviyo asks on entry and before each action. */
export function settingsOf(definition: Fields, pointer: string, outline: Outline): JsonObject {
  const settings: Record<string, unknown> = { reEntry: "every" };
  const { unit, duration } = objectOf(definition.reentry_criteria);
  const days = (numberOf(duration) ?? 0) * (DAYS[textOf(unit)] ?? 0);
  if (unit === "alltime") settings.reEntry = "once";
  else if (days > 0) settings.minDaysSinceLastJourney = { days, scope: "journey" };
  const filter = definition.profile_filter;
  const groups = groupsOf(filter);
  const plain: (readonly Fields[])[] = [];
  const exits: JsonObject[] = [];
  const lost: string[] = [];
  for (const conditions of groups) {
    const [only, ...others] = conditions;
    const since = only !== undefined && others.length === 0 ? sinceStart(only) : null;
    const event = since?.isAbsent ? outline.nameOf("event", since.metric) : null;
    const frame = objectOf(only?.timeframe_filter);
    if (event !== null) exits.push({ eventName: event });
    else if (only?.type === "profile-not-in-flow" && others.length === 0) {
      const length = (numberOf(frame.quantity) ?? 0) * (DAYS[textOf(frame.unit)] ?? 0);
      if (frame.operator === "alltime") settings.reEntry = "once";
      else settings.minDaysSinceLastJourney = { days: length, scope: "journey" };
    } else if (rulesOf({ condition_groups: [{ conditions }] }, outline) === null) lost.push(textOf(only?.type));
    else plain.push(conditions);
  }
  const rules = rulesOf({ condition_groups: plain.map((conditions) => ({ conditions })) }, outline) ?? [];
  if (rules.length > 0) {
    settings.entryConditions = { rules: allOf(rules) };
    exits.push({ rules: noneOf(rules) });
  }
  if (exits.length > 0) settings.exitConditions = exits;
  if (groups.length > 0) noteFilter(pointer, outline, lost);
  return settings;
}

function noteFilter(pointer: string, outline: Outline, lost: readonly string[]): void {
  const about = {
    pointer: `${pointer}/profile_filter`,
    subject: "setting" as const,
    name: "Profile filter",
    type: "profile_filter",
  };
  const left = lost.length > 0 ? ` Left out: ${lost.join(", ")}.` : "";
  const reason = `Klaviyo asks it before each action; here it is asked on entry, and people leave as soon as it is no longer true.${left}`;
  outline.note(about, { level: "approximated", reason });
}
