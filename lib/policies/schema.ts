import * as z from "zod";
import { CONSENT_CHANNELS } from "#consent";
import { isTimezone, UNKNOWN_TIMEZONE } from "#journey";

/** The channels that count towards caps. */
export const CAPPED_CHANNELS = [...CONSENT_CHANNELS, "inapp"] as const;
export type CappedChannel = (typeof CAPPED_CHANNELS)[number];

/** The channels whose messages wait for a time of day. */
export const TIMED_CHANNELS = CONSENT_CHANNELS;
export type TimedChannel = (typeof TIMED_CHANNELS)[number];

/** The channels with a rate. Push messages may have one for each of their services. */
export const RATED_CHANNELS = [...CONSENT_CHANNELS, "webhook"] as const;
export const PUSH_PROVIDERS = ["web_push", "fcm", "apns"] as const;
export type PushProvider = (typeof PUSH_PROVIDERS)[number];

export const CAP_UNITS = ["day", "week", "month"] as const;
/** The longest rolling period of a cap: 31 days. What was sent is remembered so long. */
export const LONGEST_PERIOD_HOURS = 744;
export const HOLDOUT_MOST_PERCENT = 50;

const Clock = z
  .string()
  .max(5, "is no time of day such as 08:30")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is no time of day such as 08:30")
  .meta({ description: "Wall clock time of the person, `HH:MM`" });

/** No message leaves between the two times; past midnight if `to` is the earlier one. */
const QuietHours = z.strictObject({
  from: Clock,
  to: Clock,
  channels: z.array(z.enum(TIMED_CHANNELS)).min(1, "needs a channel").max(TIMED_CHANNELS.length),
});

/** A time in which messages of the channel may leave. A channel without windows may send at any time. */
const SendWindow = z.strictObject({
  channel: z.enum(TIMED_CHANNELS),
  days: z
    .array(z.int().min(1).max(7))
    .min(1, "needs a day")
    .max(7)
    .meta({ description: "1 is Monday, 7 is Sunday: the day on which the window opens" }),
  from: Clock,
  to: Clock,
});
export type SendWindow = z.infer<typeof SendWindow>;

const Period = z.union([
  z.strictObject({ kind: z.literal("rolling"), hours: z.int().min(1).max(LONGEST_PERIOD_HOURS) }),
  z.strictObject({ kind: z.literal("calendar"), unit: z.enum(CAP_UNITS) }),
]);
export type Period = z.infer<typeof Period>;

/** At most so many marketing messages to one person in a period. */
const Cap = z.strictObject({
  channel: z
    .enum([...CAPPED_CHANNELS, "any"])
    .meta({ description: "`any`: all of them together; `inapp`: content shown in pages" }),
  topicId: z.string().min(1).max(255).nullable().meta({ description: "Only messages of this topic; null: all" }),
  limit: z.int().min(1).max(500),
  period: Period,
  whenFull: z.enum(["hold", "skip"]).meta({ description: "`hold`: until there is room, or the message expires" }),
});
export type Cap = z.infer<typeof Cap>;

/** At most so many messages of all people leave, evenly, in a time. */
const RateLimit = z.strictObject({
  channel: z.enum(RATED_CHANNELS),
  provider: z.enum(PUSH_PROVIDERS).nullable().meta({ description: "One service of push messages; null: all" }),
  messages: z.int().min(1).max(1_000_000),
  perSeconds: z.int().min(1).max(86_400),
});
export type RateLimit = z.infer<typeof RateLimit>;

/** What a workspace says about when, how often and to whom its journeys send. Transactional content passes. */
export const SendingPolicies = z.strictObject({
  quietHours: QuietHours.nullable(),
  sendWindows: z.array(SendWindow).max(50),
  fallbackZone: z
    .string()
    .refine(isTimezone, { error: UNKNOWN_TIMEZONE })
    .nullable()
    .meta({ description: "For people without a time zone; null: that of the workspace" }),
  caps: z.array(Cap).max(20),
  rateLimits: z.array(RateLimit).max(20),
  holdout: z
    .strictObject({ percent: z.number().min(0.1).max(HOLDOUT_MOST_PERCENT) })
    .nullable()
    .meta({ description: "The share of people who get no marketing at all, so that its effect can be measured" }),
});
export type SendingPolicies = z.infer<typeof SendingPolicies>;

export const NO_POLICIES: SendingPolicies = {
  quietHours: null,
  sendWindows: [],
  fallbackZone: null,
  caps: [],
  rateLimits: [],
  holdout: null,
};

/** What is stored, as this release knows it; what it cannot read restricts nothing, so that sending goes on. */
export function readPolicies(stored: unknown): SendingPolicies {
  const read = SendingPolicies.safeParse(stored);
  return read.success ? read.data : NO_POLICIES;
}
