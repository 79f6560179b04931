import * as z from "zod";
import { JsonObject, MESSAGE_TYPES } from "#journey";
import { pageFields, Timestamp } from "#services";
import { schema } from "#store";

export const DELIVERY_STATUSES = schema.deliveries.status.enumValues;
const DeliveryStatus = z.enum(DELIVERY_STATUSES);

export const Delivery = z
  .object({
    id: z.string(),
    journeyId: z.string().nullable().meta({ description: "null for a message that was sent without a journey" }),
    journeyName: z.string().nullable(),
    versionId: z.string().nullable(),
    enrollmentId: z.string().nullable(),
    personId: z.string(),
    nodeId: z.string().nullable(),
    visit: z.int(),
    channel: z.string(),
    contentType: z.string(),
    contentId: z.string().nullable(),
    status: DeliveryStatus,
    recipient: z.string().nullable(),
    sender: z.string().nullable(),
    subject: z.string().nullable(),
    attempts: z.int(),
    error: z.string().nullable(),
    reasons: z.array(JsonObject).nullable().meta({
      description:
        "Why it could not reach the person, or is held: every reason, each with its `code` and what it is about",
    }),
    heldUntil: Timestamp.nullable().meta({ description: "A sending policy holds it until then; null for a pause" }),
    queuedAt: Timestamp,
    nextAttemptAt: Timestamp.nullable(),
    sentAt: Timestamp.nullable(),
    deliveredAt: Timestamp.nullable(),
    openedAt: Timestamp.nullable().meta({ description: "null also where the person did not agree to be tracked" }),
    clickedAt: Timestamp.nullable(),
    bouncedAt: Timestamp.nullable(),
    complainedAt: Timestamp.nullable(),
    unsubscribedAt: Timestamp.nullable(),
    trackOpens: z.boolean(),
    trackClicks: z.boolean(),
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;

/** One thing that happened to a message after it was sent. */
const MessageEvent = z
  .object({ id: z.string(), kind: z.string(), at: Timestamp, detail: JsonObject })
  .meta({ id: "MessageEvent" });

const Display = z
  .object({
    stage: z.enum(["eligible", "waiting_for_target", "gave_up", "shown"]),
    reason: z.string().optional(),
    page: z.string().optional(),
    at: Timestamp,
    step: z.string().optional(),
    done: z.array(z.string()).optional(),
  })
  .meta({ description: "How far a page has come with in-page content, and why it was not shown" });

/** One delivery with the message as it was, or is to be, sent. */
export const DeliveryDetail = Delivery.extend({
  html: z.string().nullable(),
  text: z.string().nullable(),
  notes: z.array(z.string()).meta({
    description:
      "Senders that were passed over, and what the message printed nothing for: empty variables, calculations that did not result in a number",
  }),
  variables: JsonObject,
  providerId: z.string().nullable(),
  display: Display.nullable(),
  events: z.array(MessageEvent).meta({ description: "What happened to it after it was sent, oldest first" }),
  response: JsonObject.nullable().meta({
    description: "What a webhook's endpoint answered (`status` and `body`), or each device (`devices`)",
  }),
}).meta({ id: "DeliveryDetail" });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

/** What may have happened to a message after it was sent. */
const Became = z.enum(["delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"]);

export const RetryInput = z.strictObject({
  journeyId: z.string().max(255).optional().meta({ description: "Only of this journey; else of all" }),
  channel: z.enum(MESSAGE_TYPES).optional(),
});
export type RetryInput = z.infer<typeof RetryInput>;

export const Retried = z
  .object({ retried: z.int(), more: z.boolean().meta({ description: "Another call takes the rest" }) })
  .meta({ id: "RetriedDeliveries" });
export type Retried = z.infer<typeof Retried>;

export const SettleInput = z.strictObject({ sent: z.boolean() });
export type SettleInput = z.infer<typeof SettleInput>;

export const DeliveryQuery = z.object({
  ...pageFields,
  journeyId: z.string().max(255).optional(),
  personId: z.uuid().optional(),
  enrollmentId: z.uuid().optional(),
  status: DeliveryStatus.optional(),
  channel: z.string().max(60).optional(),
  became: Became.optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;
