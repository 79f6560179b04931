import * as z from "zod";
import { CONSENT_CHANNELS, FREQUENCIES, SUBSCRIPTION_STATES, SUPPRESSION_REASONS } from "#consent";
import { pageFields, Reference, Timestamp } from "#services";

export const Channel = z.enum(CONSENT_CHANNELS);
const State = z.enum(SUBSCRIPTION_STATES);
const SuppressionReason = z.enum(SUPPRESSION_REASONS);
const Why = z.string().trim().max(500);

export const Suppression = z
  .object({
    id: z.string(),
    channel: Channel,
    address: z.string().nullable().meta({ description: "Null once a person with this address was erased" }),
    reason: SuppressionReason,
    source: z.string(),
    detail: z.string().nullable(),
    at: Timestamp,
    until: Timestamp.nullable().meta({ description: "When it ends by itself" }),
    liftedAt: Timestamp.nullable(),
    liftedBy: z.string().nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: "Suppression" });
export type Suppression = z.infer<typeof Suppression>;

/** The three states of a person's addresses, with their history. */
export const PersonConsent = z
  .object({
    addresses: z.array(
      z.object({
        channel: Channel,
        address: z.string(),
        suppressed: z.boolean(),
        entries: z.array(Suppression).meta({ description: "All that this address ever had, the latest first" }),
      }),
    ),
    subscriptions: z.array(
      z.object({
        topicId: z.string().nullable().meta({ description: "Null: all topics" }),
        topic: z.string().nullable().meta({ description: "The key of the topic" }),
        channel: Channel.nullable().meta({ description: "Null: all channels" }),
        state: State,
        source: z.string(),
        at: Timestamp,
      }),
    ),
    topics: z.array(
      z.object({
        topicId: z.string(),
        topic: z.string(),
        name: z.string(),
        receives: z.boolean(),
        answered: z.boolean().meta({ description: "False: the topic's default holds" }),
      }),
    ),
    tracking: z.object({
      opens: z.boolean(),
      clicks: z.boolean(),
      answered: z.boolean().meta({ description: "False: the workspace's default holds" }),
    }),
    frequency: z.enum(FREQUENCIES).nullable(),
    snoozedUntil: Timestamp.nullable(),
    history: z.array(
      z.object({
        id: z.string(),
        at: Timestamp,
        what: z.enum(["subscription", "track_opens", "track_clicks", "frequency", "snooze"]),
        topic: z.string().nullable(),
        channel: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        source: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    preferencesUrl: z.string().meta({ description: "The signed address of the person's preference page" }),
  })
  .meta({ id: "PersonConsent" });
export type PersonConsent = z.infer<typeof PersonConsent>;

export const ConsentPatch = z.strictObject({
  subscriptions: z
    .array(
      z.strictObject({
        topic: Reference.nullish().meta({ description: "A topic by id or key; null or absent: all topics" }),
        channel: Channel.nullish().meta({ description: "Null or absent: all channels" }),
        state: z.enum(["subscribed", "unsubscribed"]).nullable().meta({ description: "Null takes the answer back" }),
      }),
    )
    .max(500)
    .optional(),
  tracking: z.strictObject({ opens: z.boolean().nullable(), clicks: z.boolean().nullable() }).partial().optional(),
  frequency: z.enum(FREQUENCIES).nullish(),
  snoozedUntil: z.iso.datetime({ offset: true }).nullish(),
  reason: Why.optional().meta({ description: "Kept in the history" }),
  confirmed: z.boolean().optional().meta({
    description: "The person's consent is proven elsewhere; without it a topic with double opt-in mails a confirmation",
  }),
});
export type ConsentPatch = z.infer<typeof ConsentPatch>;

export const NewSuppression = z.strictObject({
  channel: Channel,
  address: z.string().trim().min(1).max(500),
  reason: SuppressionReason.default("manual"),
  detail: Why.optional(),
  until: z.iso.datetime({ offset: true }).optional().meta({ description: "When it ends by itself" }),
});
export type NewSuppression = z.infer<typeof NewSuppression>;

export const LiftInput = z.strictObject({
  channel: Channel,
  address: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(3).max(500).meta({ description: "Why messages may be sent there again" }),
});
export type LiftInput = z.infer<typeof LiftInput>;

export const SuppressionQuery = z.object({
  limit: pageFields.limit,
  before: z.uuid().optional().meta({ description: "The id after which the list continues" }),
  channel: Channel.optional(),
  reason: SuppressionReason.optional(),
  search: z.string().max(255).optional(),
});
export type SuppressionQuery = z.infer<typeof SuppressionQuery>;

export const ConsentImportInput = z.strictObject({
  kind: z.enum(["suppressions", "subscriptions", "tracking"]),
  csv: z
    .string()
    .min(1)
    .max(8 * 1024 * 1024),
});
export type ConsentImportInput = z.infer<typeof ConsentImportInput>;

export const ConsentImport = z
  .object({
    rows: z.int(),
    stored: z.int().meta({ description: "Rows that changed something" }),
    unchanged: z.int(),
    refused: z.int(),
    refusedRows: z.array(z.object({ line: z.int(), message: z.string() })).meta({ description: "The first 1,000" }),
  })
  .meta({ id: "ConsentImport" });
export type ConsentImport = z.infer<typeof ConsentImport>;

export const ConsentExportQuery = z.object({
  kind: z.enum(["suppressions", "subscriptions", "tracking"]),
  after: z.string().max(100).optional().meta({ description: "`next` of the part before" }),
});
export type ConsentExportQuery = z.infer<typeof ConsentExportQuery>;

export const ConsentExport = z.object({ csv: z.string(), next: z.string().nullable() }).meta({ id: "ConsentExport" });
export type ConsentExport = z.infer<typeof ConsentExport>;

export const ReachQuery = z.object({
  segment: Reference.optional().meta({ description: "A segment by id, key or number; without it, all people" }),
  channel: Channel.default("email"),
  topic: Reference.optional(),
  content: Reference.optional().meta({ description: "Takes topic and `transactional` from this content" }),
});
export type ReachQuery = z.infer<typeof ReachQuery>;

export const ReachCount = z
  .object({
    total: z.int(),
    reachable: z.int(),
    exact: z.boolean().meta({ description: "False: counted from a sample of 10,000 people" }),
    sampled: z.int(),
    reasons: z.array(z.object({ code: z.string(), label: z.string(), people: z.int() })).meta({
      description: "A person may have several",
    }),
  })
  .meta({ id: "ReachCount" });
export type ReachCount = z.infer<typeof ReachCount>;
