import * as z from "zod";
import type { Journey, JourneyPatch } from "#data";
import {
  formatDuration,
  type GoalConfig,
  isTimezone,
  JourneyHoldout,
  type JsonObject,
  journeySending,
  MinDays,
  MOST_PER_MINUTE,
  parseDuration,
  RE_ENTRY_MODES,
  type RuleGroup,
  URL_MATCHES,
} from "#journey";
import { isFinished } from "#rules";
import { readTyped, writeTyped } from "#values";
import { ExitRow, readExits, writeExits } from "./exit-rows.ts";
import { readEntry } from "./read-entry.ts";

export const ENTRY_MODES = ["all", "map", "rules", "expression", "kept"] as const;
export const GOAL_TYPES = ["none", "event", "page_visit", "attribute_match", "flow_completed"] as const;

const USUAL_PRIORITY = 5;

const optionalNumber = (message: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || /^[1-9]\d{0,3}$/.test(text), message);

/** The panel's fields, flat and as text, the way people type them. */
export const SettingsValues = z
  .object({
    name: z.string().trim().min(1, "Give the journey a name.").max(255, "At most 255 characters."),
    description: z.string().max(10_000, "At most 10,000 characters."),
    audienceId: z.string(),
    entryMode: z.enum(ENTRY_MODES),
    entryPairs: z.array(z.object({ name: z.string(), text: z.string() })),
    entryRules: z.custom<RuleGroup>(),
    entryExpression: z.string().max(10_000, "At most 10,000 characters."),
    reEntry: z.enum(RE_ENTRY_MODES),
    minDays: z
      .string()
      .trim()
      .refine((text) => text === "" || (/^\d{1,5}(\.\d+)?$/.test(text) && Number(text) <= 36_500), {
        error: "A number of days, or empty.",
      }),
    minDaysScope: z.enum(["workspace", "journey"]),
    minDaysKind: z.enum(["hours", "calendar"]),
    instanceKey: z.string().trim().max(255, "At most 255 characters."),
    exits: z.array(ExitRow).max(50, "At most 50 exit conditions."),
    onResume: z.enum(["fire", "shift"]),
    allowAnonymous: z.boolean(),
    enrollFromSite: z.boolean(),
    priority: z.string(),
    ignoresQuietHours: z.boolean(),
    perMinute: z
      .string()
      .trim()
      .refine((text) => text === "" || (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= MOST_PER_MINUTE), {
        error: "A whole number from 1 to 1,000,000, or empty.",
      }),
    holdoutPercent: z
      .string()
      .trim()
      .refine((text) => text === "" || (/^\d{1,2}(\.\d)?$/.test(text) && Number(text) <= 50), {
        error: "A percentage up to 50, or empty.",
      }),
    goalType: z.enum(GOAL_TYPES),
    goalEvent: z.string(),
    goalMatch: z.enum(URL_MATCHES),
    goalPattern: z.string(),
    goalAttribute: z.string(),
    goalOperator: z.string(),
    goalValue: z.string(),
    goalFlow: z.string(),
    goalDeadline: optionalNumber("A whole number of days, up to 3650, or empty."),
    goalValueProperty: z.string().trim().max(255, "At most 255 characters."),
    goalWindow: z
      .string()
      .trim()
      .refine((text) => text === "" || parseDuration(text) !== null, "Like 7d, 12h or 2w, or empty."),
    exitOnGoal: z.boolean(),
    maxDuration: z
      .string()
      .trim()
      .refine((text) => text === "" || parseDuration(text) !== null, "Like 30d, 12h or 2w, or empty."),
    timezone: z
      .string()
      .trim()
      .refine(
        (text) => text === "" || isTimezone(text),
        "Not a known time zone. Write one such as Europe/Berlin, or leave it empty.",
      ),
  })
  .superRefine((values, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (values.goalType === "event" && !values.goalEvent.trim()) need("goalEvent", "Which event is the goal?");
    if (values.goalType === "page_visit" && !values.goalPattern.trim()) need("goalPattern", "Which page is the goal?");
    if (values.goalType === "attribute_match" && !values.goalAttribute.trim())
      need("goalAttribute", "Which trait is the goal about?");
    if (values.goalType === "flow_completed" && !values.goalFlow.trim()) need("goalFlow", "Which flow is the goal?");
    if (values.entryMode === "expression" && !values.entryExpression.trim())
      need("entryExpression", "Write the expression, or choose no condition.");
    if (values.entryMode === "map" && !values.entryPairs.some((pair) => pair.name.trim()))
      need("entryPairs", "Name at least one property.");
    if (values.entryMode === "rules" && !isFinished(values.entryRules))
      need("entryRules", "Finish every rule, or remove it.");
  });
export type SettingsValues = z.infer<typeof SettingsValues>;

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

export function valuesOf(journey: Journey): SettingsValues {
  const { settings, goalConfig: goal } = journey;
  const config = goal?.config ?? {};
  const { maxDuration } = settings;
  return {
    name: journey.name,
    description: journey.description ?? "",
    audienceId: journey.audienceId ?? "",
    ...readEntry(settings.entryConditions),
    reEntry: RE_ENTRY_MODES.find((mode) => mode === settings.reEntry) ?? "once",
    ...minDaysOf(settings.minDaysSinceLastJourney),
    instanceKey: text(settings.instanceKey),
    exits: readExits(settings.exitConditions),
    onResume: settings.onResume === "shift" ? "shift" : "fire",
    allowAnonymous: journey.allowAnonymous,
    enrollFromSite: settings.enrollFromSite === true,
    ...sendingOf(settings),
    goalType: goal?.type ?? "none",
    goalEvent: text(config.eventName),
    goalMatch: URL_MATCHES.find((match) => match === config.matchType) ?? "contains",
    goalPattern: text(config.pattern),
    goalAttribute: text(config.attribute),
    goalOperator: text(config.operator) || "eq",
    goalValue: config.value === undefined ? "" : writeTyped(config.value),
    goalFlow: text(config.flowId),
    goalDeadline: text(goal?.deadline),
    goalValueProperty: text(goal?.valueProperty),
    goalWindow: goal?.window === undefined || goal.window === null ? "" : formatDuration(goal.window),
    exitOnGoal: goal?.exitOnGoal ?? true,
    maxDuration: typeof maxDuration === "number" ? `${maxDuration}d` : maxDuration ? formatDuration(maxDuration) : "",
    timezone: text(settings.timezone),
  };
}

function minDaysOf(value: unknown): Pick<SettingsValues, "minDays" | "minDaysScope" | "minDaysKind"> {
  const parsed = MinDays.safeParse(value);
  const written = !parsed.success ? { days: 0 } : typeof parsed.data === "number" ? { days: parsed.data } : parsed.data;
  const { days, scope = "workspace", calendarDays = false } = written;
  return {
    minDays: days === 0 ? "" : String(days),
    minDaysScope: scope,
    minDaysKind: calendarDays ? "calendar" : "hours",
  };
}

function sendingOf({ sending, holdout }: Journey["settings"]) {
  const { priority, quietHours, perMinute } = journeySending(sending);
  const held = JourneyHoldout.safeParse(holdout);
  const percent = held.success ? held.data.percent : undefined;
  return {
    priority: String(priority ?? USUAL_PRIORITY),
    ignoresQuietHours: quietHours === "ignore",
    perMinute: text(perMinute),
    holdoutPercent: percent ? String(percent) : "",
  };
}

/** What is usual is written only where it was written before. */
function writeSending({ priority, ignoresQuietHours, perMinute }: SettingsValues, before: unknown): unknown {
  const former = journeySending(before);
  const isNamed = Number(priority) !== USUAL_PRIORITY || former.priority !== undefined;
  const isTimed = ignoresQuietHours || former.quietHours !== undefined;
  const sending = {
    ...(isNamed ? { priority: Number(priority) } : {}),
    ...(isTimed ? { quietHours: ignoresQuietHours ? "ignore" : "respect" } : {}),
    ...(perMinute === "" ? {} : { perMinute: Number(perMinute) }),
  };
  return Object.keys(sending).length === 0 ? undefined : sending;
}

/** Whole days as a bare number. */
function writeMinDays({ minDays, minDaysScope, minDaysKind }: SettingsValues): unknown {
  const days = minDays === "" ? 0 : Number(minDays);
  if (days === 0) return undefined;
  const scope = minDaysScope === "journey" ? { scope: minDaysScope } : {};
  const kind = minDaysKind === "calendar" ? { calendarDays: true } : {};
  return Object.keys({ ...scope, ...kind }).length === 0 ? days : { days, ...scope, ...kind };
}

/** What to PATCH; settings the panel does not show stay as they are. */
export function patchOf(values: SettingsValues, journey: Journey): JourneyPatch {
  const settings: Record<string, unknown> = { ...journey.settings, reEntry: values.reEntry };
  setOrDrop(settings, "entryConditions", entryOf(values, journey.settings.entryConditions));
  setOrDrop(settings, "maxDuration", values.maxDuration ? formatDuration(values.maxDuration) : undefined);
  setOrDrop(settings, "timezone", values.timezone || undefined);
  setOrDrop(settings, "minDaysSinceLastJourney", writeMinDays(values));
  setOrDrop(settings, "instanceKey", values.instanceKey || undefined);
  setOrDrop(settings, "exitConditions", writeExits(values.exits));
  setOrDrop(settings, "enrollFromSite", values.enrollFromSite || undefined);
  setOrDrop(settings, "sending", writeSending(values, journey.settings.sending));
  setOrDrop(
    settings,
    "holdout",
    Number(values.holdoutPercent) > 0 ? { percent: Number(values.holdoutPercent) } : undefined,
  );
  setOrDrop(settings, "onResume", values.onResume === "shift" ? values.onResume : keptFire(journey));
  return {
    name: values.name.trim(),
    description: values.description.trim() || null,
    audienceId: values.audienceId || null,
    allowAnonymous: values.allowAnonymous,
    settings,
    goalConfig: goalOf(values, journey.goalConfig),
  };
}

/** `fire` is the default: written only where it was written before. */
const keptFire = ({ settings }: Journey) => (settings.onResume === undefined ? undefined : "fire");

function setOrDrop(settings: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete settings[key];
  else settings[key] = value;
}

function entryOf(values: SettingsValues, before: unknown): unknown {
  switch (values.entryMode) {
    case "all":
      return undefined;
    case "kept":
      return before;
    case "rules":
      return { rules: values.entryRules };
    case "expression":
      return { expression: values.entryExpression.trim() };
    case "map": {
      const named = values.entryPairs.filter((pair) => pair.name.trim() !== "");
      return { filter: Object.fromEntries(named.map((pair) => [pair.name.trim(), readTyped(pair.text)])) };
    }
  }
}

function goalOf(values: SettingsValues, before: GoalConfig | null): GoalConfig | null {
  if (values.goalType === "none") return null;
  const kept = before?.type === values.goalType ? before.config : {};
  const deadline = values.goalDeadline ? Number(values.goalDeadline) : null;
  const { valueProperty: _valueProperty, ...others } = before ?? {};
  const isWorth = values.goalType !== "attribute_match" && values.goalValueProperty !== "";
  return {
    ...others,
    type: values.goalType,
    config: { ...kept, ...goalConfigOf(values) },
    deadline,
    exitOnGoal: values.exitOnGoal,
    ...(values.goalWindow === "" ? {} : { window: formatDuration(values.goalWindow) }),
    ...(isWorth ? { valueProperty: values.goalValueProperty } : {}),
  };
}

function goalConfigOf(values: SettingsValues): JsonObject {
  switch (values.goalType) {
    case "event":
      return { eventName: values.goalEvent.trim() };
    case "page_visit":
      return { matchType: values.goalMatch, pattern: values.goalPattern.trim() };
    case "attribute_match": {
      const match = { attribute: values.goalAttribute.trim(), operator: values.goalOperator };
      return values.goalOperator === "exists" ? match : { ...match, value: readTyped(values.goalValue) };
    }
    default:
      return { flowId: values.goalFlow.trim() };
  }
}
