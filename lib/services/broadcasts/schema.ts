import * as z from "zod";
import { withRules } from "#journey";
import { pageFields, Timestamp } from "#services";
import { ReachCount } from "#services/consent";
import { NamedPerson } from "#services/enrollments";
import { Operation } from "#services/operations";

const Reference = z.union([z.string().min(1).max(255), z.int()]);
const Unsent = z.object({ code: z.string(), label: z.string(), people: z.int() });

export const BroadcastStatus = z.enum(["scheduled", "sending", "sent", "stopped"]);

export const Broadcast = z
  .object({
    id: z.string(),
    name: z.string(),
    journeyId: z.string().meta({ description: "The journey of its own that sends the message" }),
    contentId: z.string(),
    contentName: z.string().nullable().meta({ description: "null: the content was deleted" }),
    channel: z.string(),
    audience: z.enum(["everyone", "segment", "people"]),
    segmentId: z.string().nullable(),
    status: BroadcastStatus,
    startsAt: Timestamp.meta({ description: "When the first people enter" }),
    localTime: z
      .string()
      .nullable()
      .meta({ description: "The time on each person's clock at which the message leaves" }),
    perMinute: z
      .int()
      .nullable()
      .meta({ description: "People who enter in a minute at most; with a local time messages that leave" }),
    operation: Operation.nullable().meta({ description: "What enrolls the people, with its progress" }),
    finishedAt: Timestamp.nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: "Broadcast" });
export type Broadcast = z.infer<typeof Broadcast>;

export const BroadcastDetail = Broadcast.extend({
  reach: z
    .object({ total: z.int(), reachable: z.int(), exact: z.boolean(), reasons: z.array(Unsent) })
    .meta({ description: "Who could be reached when it was made" }),
  result: z
    .object({
      entered: z.int().meta({ description: "People who entered" }),
      messages: z.record(z.string(), z.int()).meta({ description: "Messages by status" }),
      reasons: z.array(Unsent).meta({ description: "Why messages were not sent; a person may have several reasons" }),
      final: z.boolean().meta({ description: "False: it is still counted" }),
    })
    .meta({ description: "Its results so far" }),
}).meta({ id: "BroadcastDetail" });
export type BroadcastDetail = z.infer<typeof BroadcastDetail>;

const LocalTime = z
  .string()
  .max(16, "is not a date and time such as 2026-12-24T09:00")
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: "is not a date and time such as 2026-12-24T09:00",
    abort: true,
  })
  .refine((text) => isDate(text), { error: "is not a date" });
/** The 31st of a shorter month would be read as a day of the next one. */
const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const audience = {
  everyone: z.literal(true).optional().meta({ description: "Everyone who is known by an id" }),
  segmentId: Reference.optional(),
  people: z.array(NamedPerson).min(1).max(100_000).optional(),
  csv: z.string().max(8_000_000).optional().meta({ description: "A pasted or CSV list of people" }),
  unknown: z
    .enum(["refuse", "skip"])
    .optional()
    .meta({ description: "Listed people who are not known; refuse unless set" }),
};
type Audience = { [Way in keyof typeof audience]?: unknown };
const ONE_AUDIENCE = {
  holds: ({ everyone, segmentId, people, csv }: Audience) =>
    [everyone, segmentId, people, csv].filter((way) => way !== undefined).length === 1,
  error: "Give one of everyone, segmentId, people and csv",
};

/** Whom a broadcast would reach; nothing is stored. */
export const BroadcastPreviewInput = withRules(z.strictObject({ contentId: Reference, ...audience }), ONE_AUDIENCE);
export type BroadcastPreviewInput = z.infer<typeof BroadcastPreviewInput>;

export const BroadcastPreview = ReachCount.extend({
  unknown: z.int().meta({ description: "Listed people who are not known" }),
}).meta({ id: "BroadcastPreview" });
export type BroadcastPreview = z.infer<typeof BroadcastPreview>;

export const NewBroadcast = withRules(
  z.strictObject({
    name: z.string().trim().min(1).max(240),
    contentId: Reference,
    ...audience,
    startsAt: z.iso.datetime({ offset: true }).optional().meta({ description: "One moment for all; now unless set" }),
    localTime: LocalTime.optional().meta({
      description: "The same time on each person's clock, such as 2026-12-24T09:00",
    }),
    perMinute: z.int().min(1).max(1_000_000).optional().meta({
      description: "At most so many people enter in a minute; with a local time at most so many messages leave",
    }),
  }),
  ONE_AUDIENCE,
  {
    holds: ({ startsAt, localTime }) => startsAt === undefined || localTime === undefined,
    error: "takes one moment or a local time, not both",
    field: "localTime",
  },
);
export type NewBroadcast = z.infer<typeof NewBroadcast>;

export const BroadcastQuery = z.object({ ...pageFields, search: z.string().max(255).optional() });
export type BroadcastQuery = z.infer<typeof BroadcastQuery>;
