import * as z from "zod";
import { JsonObject, parseDuration, withRules } from "#journey";
import { Timestamp } from "#services";
import { DraftInput } from "#services/journeys";

const EventName = z.string().trim().min(1).max(255);
const Name = z.string().trim().min(1).max(255);
const Duration = z
  .union([z.string().max(100), z.number(), JsonObject])
  .refine((value) => parseDuration(value) !== null, "is not a duration such as 3d or PT2H");

/** A sample person. */
const Sample = z.strictObject({
  externalId: Name.nullish(),
  traits: JsonObject.optional(),
  tags: z.array(Name).max(100).optional(),
  stage: Name.nullish(),
  segments: z
    .array(z.union([Name, z.int().nonnegative()]))
    .max(100)
    .optional(),
});

const asked = {
  personId: z.uuid().optional(),
  person: Sample.optional(),
  trigger: z.strictObject({ eventName: EventName, properties: JsonObject.optional() }).optional(),
  events: z
    .array(z.strictObject({ after: Duration, eventName: EventName, properties: JsonObject.optional() }))
    .max(100)
    .optional(),
  outcomes: z
    .strictObject({
      inPage: z.enum(["completed", "dismissed", "timeout"]).optional(),
      webhook: z.enum(["sent", "failed"]).optional(),
    })
    .optional()
    .meta({ description: "How in-page content and webhooks end; by default completed and answered" }),
};
const ONE_PERSON = {
  holds: ({ personId, person }: { readonly personId?: unknown; readonly person?: unknown }) => !(personId && person),
  error: "Give personId or person, not both",
  field: "person",
};

export const TestInput = withRules(z.strictObject({ ...asked, draft: DraftInput }), ONE_PERSON).optional();
/** The same for the saved draft. */
export const SavedTestInput = withRules(z.strictObject(asked), ONE_PERSON).optional();
export type TestInput = z.infer<typeof TestInput>;

const People = z.int().min(1, "people must be at least 1").max(5_000, "people must be at most 5000").default(1_000);
const Days = z.int().min(1, "days must be at least 1").max(90, "days must be at most 90");

export const ForecastInput = z.strictObject({ people: People, days: Days.default(30), draft: DraftInput }).prefault({});
export type ForecastInput = z.infer<typeof ForecastInput>;

export const BacktestInput = z.strictObject({ days: Days, people: People, draft: DraftInput });
export type BacktestInput = z.infer<typeof BacktestInput>;

const Count = z.int();
const Counts = z.record(z.string(), Count);

export const TestRun = z
  .object({
    steps: z.array(
      z.object({
        at: Timestamp,
        fromNodeId: z.string().nullable(),
        toNodeId: z.string().nullable(),
        edgeId: z.string().nullable(),
        cause: z.string(),
        receipt: JsonObject,
        sentence: z.string(),
      }),
    ),
    deliveries: z.array(
      z.object({
        at: Timestamp,
        nodeId: z.string(),
        name: z.string(),
        contentType: z.string(),
        contentId: z.string(),
        contentName: z.string().nullable(),
        subject: z.string().nullable(),
        recipient: z.string().nullable(),
        variables: JsonObject,
        sent: z.boolean().meta({ description: "false = cancelled, because the person left the journey first" }),
      }),
    ),
    outcome: z.object({
      status: z.enum(["active", "completed", "stopped", "failed", "not_entered"]),
      exitReason: z.string().nullable(),
      nearMiss: z.string().nullable(),
      sentence: z.string(),
    }),
    path: z.object({ nodeIds: z.array(z.string()), edgeIds: z.array(z.string()) }),
  })
  .meta({ id: "TestRun" });
export type TestRun = z.infer<typeof TestRun>;

const Edges = z.array(z.object({ edgeId: z.string(), count: Count }));

export const Forecast = z
  .object({
    people: Count,
    nodes: z.array(z.object({ nodeId: z.string(), entered: Count, waiting: Count, ended: Count })),
    edges: Edges,
    outcomes: z.object({
      notEntered: Count,
      active: Count,
      completed: Count,
      stopped: Count,
      failed: Count,
      converted: Count,
      byReason: Counts,
      nearMisses: Counts,
    }),
  })
  .meta({ id: "Forecast" });
export type Forecast = z.infer<typeof Forecast>;

const Side = z.object({
  totals: z.object({
    enrolled: Count,
    active: Count,
    completed: Count,
    stopped: Count,
    failed: Count,
    converted: Count,
    nearMisses: Counts,
  }),
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      entered: Count,
      waiting: Count,
      advanced: Count,
      exited: Count,
      failed: Count,
    }),
  ),
});

export const Backtest = z
  .object({
    from: Timestamp,
    people: Count,
    events: Count,
    draft: Side,
    live: Side.nullable().meta({ description: "The published version over the same people and events" }),
    differences: z.array(
      z.object({
        nodeId: z.string(),
        name: z.string(),
        draft: Count.nullable().meta({ description: "Visits; null = there is no such step" }),
        live: Count.nullable(),
      }),
    ),
    unknown: z.array(z.string()),
  })
  .meta({ id: "Backtest" });
export type Backtest = z.infer<typeof Backtest>;

export const MomentsInput = z.strictObject({
  type: z.enum(["WAIT", "TRIGGER"]),
  config: JsonObject.meta({ description: "The step's config, finished or not" }),
  personId: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: "For whom: a wait or a date depends on the person" }),
  count: z.int().min(1).max(10).default(3),
});
export type MomentsInput = z.infer<typeof MomentsInput>;

export const MomentsOutput = z
  .object({
    now: Timestamp,
    /** The time zone used; null if unknown. */
    zone: z.string().nullable(),
    zoneFrom: z.enum(["step", "person", "journey", "workspace", "fallback"]).nullable(),
    unreadableZone: z
      .string()
      .nullable()
      .meta({ description: "The person's trait `timezone`, which is not a time zone" }),
    moments: z.array(z.object({ at: Timestamp, local: z.iso.datetime({ local: true }) })),
    problem: z.string().nullable().meta({ description: "Why there is no moment" }),
  })
  .meta({ id: "Moments" });
export type MomentsOutput = z.infer<typeof MomentsOutput>;
