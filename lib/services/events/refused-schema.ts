import * as z from "zod";
import { PageMeta, pageFields, Timestamp } from "#services";
import { CHANGE_REASONS, REFUSAL_REASONS } from "#store/refused-messages";

/** Reasons of messages that were stored all the same. */
export const CHANGED: ReadonlySet<string> = new Set(CHANGE_REASONS);

const Reason = z.enum([...REFUSAL_REASONS, ...CHANGE_REASONS]);
export type RefusedReason = z.infer<typeof Reason>;

const Sample = z.object({
  at: Timestamp,
  path: z.string().meta({ description: "The address it was sent to" }),
  field: z.string().nullable().meta({ description: "The full path of the field" }),
  message: z.string(),
  userId: z.string().nullable(),
  anonymousId: z.string().nullable(),
  text: z.string().meta({ description: "The message as JSON, cut after 1,000 characters" }),
});
export type RefusedSample = z.infer<typeof Sample>;

const RefusedMessage = z
  .object({
    outcome: z.enum(["refused", "changed"]).meta({ description: "changed = stored, but not exactly as received" }),
    reason: Reason,
    field: z.string(),
    count: z.int(),
    firstAt: Timestamp,
    lastAt: Timestamp,
    samples: z.array(Sample),
  })
  .meta({ id: "RefusedMessage" });

export const RefusedMessages = z.object({
  data: z.array(RefusedMessage),
  meta: PageMeta,
  totals: z
    .object({ received: z.int(), refused: z.int(), changed: z.int() })
    .meta({ description: "Messages in these hours; received counts all of them, with a delay of up to a minute" }),
});
export type RefusedMessages = z.infer<typeof RefusedMessages>;

export const RefusedQuery = z.object({
  ...pageFields,
  hours: z
    .string()
    .regex(/^[0-9]{1,4}$/, "hours must be a whole number")
    .transform(Number)
    .pipe(z.number().min(1, "hours must be at least 1").max(720, "hours must be at most 720"))
    .default(168)
    .meta({ description: "The number of hours, including the current one" }),
});
export type RefusedQuery = z.infer<typeof RefusedQuery>;
