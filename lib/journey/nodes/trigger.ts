import * as z from "zod";
import { parseCron } from "../cron.ts";
import { formatOffset } from "../durations.ts";
import { UrlMatch } from "../goals.ts";
import { EqualityFilter, Expression } from "../rules.ts";
import { isTimezone, UNKNOWN_TIMEZONE, ZoneChoice } from "../timezones.ts";
import { withRules } from "../with-rules.ts";
import { NEXT, type NodeKind, PASSES, text } from "./kind.ts";
import { DATE_TIME, Offset, TimeOfDay } from "./wait.ts";

export const TRIGGER_TYPES = [
  "CUSTOM_EVENT",
  "URL_MATCH",
  "ELEMENT_CLICK",
  "MANUAL",
  "SEGMENT_ENTERED",
  "SEGMENT_LEFT",
  "SCHEDULE",
  "DATE",
] as const;
export type TriggerType = (typeof TRIGGER_TYPES)[number];

type TriggerCause = "event" | "segment" | "schedule" | "date" | "request";

/** What lets people enter by each type of trigger; the compiler reports a type without an entry. */
export const triggerCauses: Readonly<Record<TriggerType, TriggerCause>> = {
  CUSTOM_EVENT: "event",
  URL_MATCH: "event",
  ELEMENT_CLICK: "event",
  MANUAL: "request",
  SEGMENT_ENTERED: "segment",
  SEGMENT_LEFT: "segment",
  SCHEDULE: "schedule",
  DATE: "date",
};

/** The types of trigger that have one cause. */
export const triggersBy = (cause: TriggerCause): TriggerType[] =>
  TRIGGER_TYPES.filter((type) => triggerCauses[type] === cause);

const Filters = { filter: EqualityFilter.optional(), expression: Expression.optional() };
const Segment = z.object({ segment: z.union([z.string().min(1), z.number()]), ...Filters });
/** Once at a date (local to the zone unless it has an offset), or at the times of a cron expression. */
const Schedule = withRules(
  z.object({
    at: z.string().regex(DATE_TIME, { error: "is not a date such as 2026-05-01T09:00" }).optional(),
    cron: z
      .string()
      .refine((text) => parseCron(text) !== null, { error: "is not a cron expression such as 0 9 * * mon-fri" })
      .optional(),
    timezone: z.string().refine(isTimezone, { error: UNKNOWN_TIMEZONE }).optional(),
  }),
  {
    holds: ({ at, cron }) => at !== undefined || cron !== undefined,
    error: "needs a date or a cron expression",
    field: "at",
    code: "missing_config",
  },
  {
    holds: ({ at, cron }) => at === undefined || cron === undefined,
    error: "takes a date or a cron expression, not both",
    field: "cron",
  },
);

/** On the date in a trait of the person: every year, or on that date alone (R55). */
export const DateStart = z.object({
  trait: z.string().trim().min(1).max(255),
  offset: Offset.optional(),
  time: TimeOfDay.optional(),
  zone: ZoneChoice.optional(),
  every: z.enum(["year", "once"]).default("year"),
});
export type DateStart = z.infer<typeof DateStart>;

/** Config of a TRIGGER: how people enter. Event filters may be in `triggerConfig` or beside it. */
export const TriggerConfig = z.discriminatedUnion("triggerType", [
  z.object({
    triggerType: z.literal("CUSTOM_EVENT"),
    triggerConfig: z.object({ eventName: z.string().min(1).max(255), ...Filters }),
    ...Filters,
  }),
  z.object({ triggerType: z.literal("URL_MATCH"), triggerConfig: UrlMatch.extend(Filters), ...Filters }),
  z.object({
    triggerType: z.literal("ELEMENT_CLICK"),
    triggerConfig: z.object({ selector: z.string().min(1).max(2_000), ...Filters }),
    ...Filters,
  }),
  z.object({ triggerType: z.literal("MANUAL"), triggerConfig: z.object({}).default({}) }),
  z.object({ triggerType: z.literal("SEGMENT_ENTERED"), triggerConfig: Segment, ...Filters }),
  z.object({ triggerType: z.literal("SEGMENT_LEFT"), triggerConfig: Segment, ...Filters }),
  z.object({ triggerType: z.literal("SCHEDULE"), triggerConfig: Schedule }),
  z.object({ triggerType: z.literal("DATE"), triggerConfig: DateStart }),
]);
export type TriggerConfig = z.infer<typeof TriggerConfig>;

/** The config of each trigger type. */
export type TriggerConfigs = {
  readonly [Type in TriggerType]: Extract<TriggerConfig, { triggerType: Type }>["triggerConfig"];
};

const WORDS: Readonly<Record<string, string>> = {
  contains: "contains",
  equals: "is",
  starts: "starts with",
  glob: "looks like",
  regex: "matches",
};

export const trigger: NodeKind<typeof TriggerConfig> = {
  ...PASSES,
  role: "entry",
  readsEvent: true,
  type: "TRIGGER",
  configSchema: TriggerConfig,
  readsPerson: () => false,
  changesPeople: false,
  defaults: () => ({ triggerType: "CUSTOM_EVENT", triggerConfig: {} }),
  exits: () => NEXT,
  summary(config) {
    const inner = typeof config.triggerConfig === "object" && config.triggerConfig !== null ? config.triggerConfig : {};
    const read = (key: string) => text((inner as Record<string, unknown>)[key]);
    switch (config.triggerType) {
      case "CUSTOM_EVENT":
        return read("eventName") ? `When “${read("eventName")}” happens` : "Choose an event";
      case "URL_MATCH":
        return read("pattern")
          ? `Page address ${WORDS[read("matchType") || "contains"] ?? "is"} ${read("pattern")}`
          : "Choose a page";
      case "ELEMENT_CLICK":
        return read("selector") ? `Click on ${read("selector")}` : "Choose an element";
      case "MANUAL":
        return "Enrolled by hand or by audience";
      case "SEGMENT_ENTERED":
        return read("segment") ? `Enters segment ${read("segment")}` : "Choose a segment";
      case "SEGMENT_LEFT":
        return read("segment") ? `Leaves segment ${read("segment")}` : "Choose a segment";
      case "SCHEDULE":
        return read("cron") || read("at") ? `On schedule ${read("cron") || read("at")}` : "Choose a time";
      case "DATE":
        return read("trait") ? sayDateStart({ ...inner }) : "Choose a trait";
      default:
        return "Choose how people enter";
    }
  },
};

/** `Every year on birthday -1d at 09:00`; accepts unfinished config. */
function sayDateStart(config: Readonly<Record<string, unknown>>): string {
  const { trait, offset, time, every, zone } = config;
  const parts = [
    every === "once" ? "Once on" : "Every year on",
    text(trait),
    ...(offset === undefined ? [] : [formatOffset(offset)]),
    ...(text(time) === "" ? [] : [`at ${text(time)}`]),
    ...(text(zone) === "" || zone === "person" ? [] : [zone === "workspace" ? "(workspace time)" : `(${text(zone)})`]),
  ];
  return parts.join(" ");
}
