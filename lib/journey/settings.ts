import * as z from "zod";
import { DurationInput, EqualityFilter, Expression, RuleGroup } from "./rules.ts";
import { isTimezone, UNKNOWN_TIMEZONE } from "./timezones.ts";

export const RE_ENTRY_MODES = ["once", "after_exit", "restart", "every"] as const;

/** One exit condition: an event (with filter and expression), or a state of the person. */
export const ExitCondition = z.union([
  z.strictObject({
    eventName: z.string().min(1),
    filter: EqualityFilter.optional(),
    expression: Expression.optional(),
  }),
  z.strictObject({ rules: RuleGroup }),
  z.strictObject({ expression: Expression }),
]);
export type ExitCondition = z.infer<typeof ExitCondition>;

/** The written form of entry conditions, in parts; any other map means strict equality on the trigger event's properties. */
export const EntryConditions = z.record(z.string(), z.unknown());
export type EntryConditions = z.infer<typeof EntryConditions>;

const ENTRY_KEYS = ["rules", "expression", "segments", "filter", "event"];

/** Returns entry conditions as parts; a plain map becomes the filter. */
export function readEntryConditions(input: EntryConditions | undefined): EntryParts {
  if (input === undefined) return {};
  if (Object.keys(input).length === 0) return {};
  return isInParts(input) ? EntryParts.parse(input) : { filter: input };
}

/** Whether entry conditions are written in parts: every key names a part. Otherwise they are a map of values. */
export function isInParts(input: object): boolean {
  return Object.keys(input).every((key) => ENTRY_KEYS.includes(key));
}

export const EntryParts = z.object({
  filter: EqualityFilter.optional(),
  rules: RuleGroup.optional(),
  expression: Expression.optional(),
  segments: z.array(z.union([z.string(), z.number()])).optional(),
  event: z.string().min(1).optional(),
});
export type EntryParts = z.infer<typeof EntryParts>;

/**
 * The minimum number of days since the person last entered any journey, or with scope `journey` this one. A day is 24
 * hours, or with `calendarDays` a day of the person's calendar.
 */
export const MinDays = z.union([
  z.number().min(0).max(36_500),
  z.strictObject({
    days: z.number().min(0).max(36_500),
    scope: z.enum(["workspace", "journey"]).optional(),
    calendarDays: z.boolean().optional(),
  }),
]);

/** No server sends a journey faster than that, so a higher rate would be none. */
export const MOST_PER_MINUTE = 1_000_000;

/**
 * `priority`: from 1 to 9, where 9 goes first; 5 unless given. `perMinute`: at most so many of its emails, SMS and push
 * messages leave in a minute, evenly.
 */
export const JourneySending = z.strictObject({
  priority: z.int().min(1).max(9).optional(),
  quietHours: z.enum(["respect", "ignore"]).optional(),
  perMinute: z.int().min(1).max(MOST_PER_MINUTE).optional(),
});
export type JourneySending = z.infer<typeof JourneySending>;

/** What a stored version says about its sending; what cannot be read is not said. */
export function journeySending(stored: unknown): JourneySending {
  const read = JourneySending.safeParse(stored);
  return read.success ? read.data : {};
}

/** `percent` of the people who would enter the journey never do, always the same ones (R54). */
export const JourneyHoldout = z.strictObject({ percent: z.number().min(0).max(50).optional() });
export type JourneyHoldout = z.infer<typeof JourneyHoldout>;

/** The schema of settings that can run; unknown keys are kept and ignored. */
export const Settings = z.looseObject({
  entryConditions: EntryConditions.nullish(),
  reEntry: z.enum(RE_ENTRY_MODES).nullish(),
  minDaysSinceLastJourney: MinDays.nullish(),
  /** A duration, or a number of days. */
  maxDuration: z.union([z.number().int().positive().max(36_500), DurationInput]).nullish(),
  exitConditions: z.array(ExitCondition).max(50).nullish(),
  timezone: z.string().refine(isTimezone, { error: UNKNOWN_TIMEZONE }).nullish(),
  onResume: z.enum(["fire", "shift"]).nullish(),
  /** `warn`: content and campaigns that do not exist yet do not block publishing; they are looked up when they are used. */
  unknownReferences: z.enum(["refuse", "warn"]).nullish(),
  /** Whether pages and apps may enroll people with a publishable key. */
  enrollFromSite: z.boolean().nullish(),
  /** How its messages are sent. */
  sending: JourneySending.nullish(),
  /** Whom it leaves out, so that its effect can be measured. */
  holdout: JourneyHoldout.nullish(),
  /** Name of the trigger event's property that distinguishes enrollments of one person. */
  instanceKey: z.string().min(1).max(255).nullish(),
});
export type Settings = z.infer<typeof Settings>;

/**
 * The settings of frozen versions. Zones were not always checked, and an invalid zone must not make the other settings
 * unreadable.
 */
export const FrozenSettings = Settings.extend({ timezone: z.string().nullish().catch(null) });
