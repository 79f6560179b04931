import * as z from "zod";
import { JsonObject } from "#journey";
import { pageFields, Timestamp } from "#services";

export const RejectedSignal = z
  .object({
    id: z.string(),
    personId: z.string(),
    kind: z.string().meta({ description: "The kind of signal: event, patch, enroll, stop, delivery and others" }),
    payload: JsonObject.meta({ description: "The signal as it was accepted" }),
    reason: z.enum(["refused", "process_died"]),
    error: z.string(),
    receivedAt: Timestamp,
    rejectedAt: Timestamp,
  })
  .meta({ id: "RejectedSignal" });
export type RejectedSignal = z.infer<typeof RejectedSignal>;

export const RejectedQuery = z.object(pageFields);

const ids = z.array(z.uuid()).max(10_000);

/** Which of them; all by default. */
export const ReplayInput = z.strictObject({ ids: ids.min(1).optional() }).optional();
export type ReplayInput = z.infer<typeof ReplayInput>;

export const DiscardInput = z.strictObject({ ids: ids.min(1) });
export type DiscardInput = z.infer<typeof DiscardInput>;

export const Replayed = z
  .object({
    replayed: z.int(),
    left: z.int().meta({ description: "How many are still kept; 1001 stands for more than 1,000" }),
    superseded: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })).meta({
      description: "Changes to a person from which fields were skipped, because a later change has set them",
    }),
  })
  .meta({ id: "ReplayedSignals" });
export type Replayed = z.infer<typeof Replayed>;
export const Discarded = z.object({
  discarded: z.int(),
  left: z.int().meta({ description: "How many are still kept; 1001 stands for more than 1,000" }),
});
