import type { GoalConfig, JsonObject } from "#journey";
import { secondsAsDuration } from "../durations.ts";
import type { SketchNode } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";
import { allOf, noneOf } from "../rules/join.ts";
import { eventsOf, rulesOf } from "./filters.ts";
import { type Action, actionName, type Workflow } from "./workflow.ts";

type Fields = Readonly<Record<string, unknown>>;
type Told = { readonly reasons: readonly string[]; readonly unfinished?: boolean };

const triggerOf = (index: number, name: string, config: JsonObject): SketchNode => ({
  key: index === 0 ? "trigger" : `trigger/${index}`,
  name,
  type: "TRIGGER",
  config,
});

/** The triggers of a workflow, with the entry of its trigger action in the report. */
export function triggersOf({ trigger, pointer, foreignId }: Workflow, outline: Outline): readonly SketchNode[] {
  if (trigger === null) {
    const about = { pointer, subject: "setting" as const, name: "Trigger", type: "trigger" };
    outline.note(about, { level: "approximated", reason: "The file has no trigger: people are enrolled by hand." });
    return [triggerOf(0, "Trigger", { triggerType: "MANUAL", triggerConfig: {} })];
  }
  const config = objectOf(trigger.fields.config);
  const { nodes, told } = entryBy(config, trigger, foreignId);
  const reason = told.reasons.length > 0 ? told.reasons.join(" ") : null;
  const about = {
    pointer: trigger.pointer,
    subject: "step" as const,
    id: trigger.id,
    name: actionName(trigger),
    type: "trigger",
  };
  outline.note(about, {
    level: reason === null ? "taken_over" : "approximated",
    reason,
    unfinished: told.unfinished ?? false,
  });
  return nodes;
}

function entryBy(config: Fields, trigger: Action, workflow: string): { nodes: readonly SketchNode[]; told: Told } {
  const name = actionName(trigger);
  const one = (own: JsonObject, ...reasons: string[]) => ({ nodes: [triggerOf(0, name, own)], told: { reasons } });
  const asked = (eventName: string, what: string) =>
    one({ triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } }, `${what} Send the event ${eventName} instead.`);
  switch (config.type) {
    case "event":
      return byEvents(config.filters, name);
    case "manual":
      return one({ triggerType: "MANUAL", triggerConfig: {} });
    case "webhook":
      return asked(`${workflow}_called`, "An address that others call does not exist here.");
    case "tracking_pixel":
      return asked(`${workflow}_seen`, "Tracking pixels do not exist here.");
    case "schedule":
    case "batch":
      return bySchedule(config, name);
    default: {
      const reasons = [
        `Triggers of the type ${textOf(config.type) || "none"} have no counterpart: people are enrolled by hand.`,
      ];
      return one({ triggerType: "MANUAL", triggerConfig: {} }, ...reasons);
    }
  }
}

function byEvents(filters: unknown, name: string): { nodes: readonly SketchNode[]; told: Told } {
  const events = eventsOf(filters);
  const reasons = [...new Set(events.flatMap((event) => event.reasons))];
  const isOpen = events.length === 0 || events.some(({ eventName }) => eventName === null);
  if (isOpen) reasons.push("It names no event, or any event: choose one.");
  const found = events.length > 0 ? events : [{ eventName: null, filter: {} }];
  const nodes = found.map(({ eventName, filter }, index) =>
    triggerOf(index, eventName === null || found.length === 1 ? name : eventName, {
      triggerType: "CUSTOM_EVENT",
      triggerConfig: { ...(eventName === null ? {} : { eventName }), ...filter },
    }),
  );
  return { nodes, told: { reasons, unfinished: isOpen } };
}

function bySchedule(config: Fields, name: string): { nodes: readonly SketchNode[]; told: Told } {
  const at = textOf(config.scheduled_at);
  const isDate = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(at);
  const reasons = [
    "Its audience is everyone who meets the entry conditions, or a segment that you choose in the settings.",
  ];
  if (isDate)
    return { nodes: [triggerOf(0, name, { triggerType: "SCHEDULE", triggerConfig: { at } })], told: { reasons } };
  if (config.type === "batch")
    return { nodes: [triggerOf(0, name, { triggerType: "MANUAL", triggerConfig: {} })], told: { reasons } };
  reasons.push("The file does not hold the schedule: choose the times.");
  return {
    nodes: [triggerOf(0, name, { triggerType: "SCHEDULE", triggerConfig: {} })],
    told: { reasons, unfinished: true },
  };
}

/** Settings and goal, each with an entry where something is lost. */
export function settingsOf(
  workflow: Workflow,
  outline: Outline,
): { settings: JsonObject; goalConfig: GoalConfig | null } {
  const { fields, trigger, pointer } = workflow;
  const note = (field: string, level: "approximated" | "left_out" | "taken_over", reason: string | null) =>
    outline.note({ pointer: `${pointer}/${field}`, subject: "setting", name: field, type: field }, { level, reason });
  const exits = textOf(fields.exit_condition) || "exit_only_at_end";
  const goalConfig = goalOf(fields, exits.includes("conversion"), note);
  const audience = rulesOf({ properties: personProperties(objectOf(trigger?.fields.config).filters) }) ?? [];
  const settings: Record<string, unknown> = { reEntry: "every" };
  if (audience.length > 0) {
    settings.entryConditions = { rules: allOf(audience) };
    note("trigger", "taken_over", "Its conditions about the person are entry conditions.");
  }
  if (exits.includes("trigger_not_matched")) {
    if (audience.length > 0) settings.exitConditions = [{ rules: noneOf(audience) }];
    else note("exit_condition", "left_out", "The trigger asks nothing about the person that could stop being true.");
  }
  for (const [field, reason] of LOST) if (isSet(fields[field])) note(field, "left_out", reason);
  return { settings, goalConfig };
}

const LOST = [
  ["trigger_masking", "How often one person may enter is left out: see the settings of re-entry."],
  ["variables", "Variables of a workflow do not exist here."],
  ["abort_action", "There is no step for failures here."],
  ["email_sending_rate_limit", "The rate of sending is left out: set it under Sending in the settings."],
] as const;

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";

function personProperties(filters: unknown): readonly unknown[] {
  const { properties, events } = objectOf(filters);
  const all = [...listOf(properties), ...listOf(events).flatMap((event) => listOf(objectOf(event).properties))];
  return all.filter((property) => objectOf(property).type === "person");
}

type Note = (field: string, level: "approximated" | "left_out" | "taken_over", reason: string | null) => void;

function goalOf(fields: Fields, exitOnGoal: boolean, note: Note): GoalConfig | null {
  const conversion = objectOf(fields.conversion);
  const { filters } = conversion;
  const events = [
    ...eventsOf(filters),
    ...listOf(conversion.events).flatMap((entry) => eventsOf(objectOf(entry).filters)),
  ];
  const minutes = numberOf(conversion.window_minutes);
  const window = minutes !== null && minutes > 0 ? { window: secondsAsDuration(minutes * 60) } : {};
  const [first] = events;
  if (first?.eventName) {
    const only = events.length === 1 && !first.filter.expression && first.reasons.length === 0;
    note(
      "conversion",
      only ? "taken_over" : "approximated",
      only ? null : "A goal here is one event with equal values: the first one is taken.",
    );
    const { filter } = first.filter;
    return {
      type: "event",
      config: { eventName: first.eventName, ...(filter ? { filter: { ...filter } } : {}) },
      exitOnGoal,
      ...window,
    };
  }
  const properties = Array.isArray(filters) ? filters : listOf(objectOf(filters).properties);
  const [property, ...others] = properties.map(objectOf);
  if (property?.type === "person" && textOf(property.key) !== "") {
    const isPlain = others.length === 0 && (property.operator ?? "exact") === "exact";
    note(
      "conversion",
      isPlain ? "taken_over" : "approximated",
      isPlain ? null : "A goal here is one property with one value: the first one is taken.",
    );
    const value = Array.isArray(property.value) ? property.value[0] : property.value;
    return {
      type: "attribute_match",
      config: { attribute: textOf(property.key), operator: "eq", value },
      exitOnGoal,
      ...window,
    };
  }
  if (isSet(properties)) note("conversion", "left_out", "Its condition has no counterpart as a goal.");
  return null;
}
