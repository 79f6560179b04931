import * as z from "zod";
import { withRules } from "#journey";
import { Reference } from "#services";
import { PersonReference } from "#services/people";

/** What an outcome is about; the more is named, the surer it is counted where it belongs. */
export const OutcomeAbout = z.strictObject({
  outcome: z.enum(["impression", "click", "conversion", "dismiss"]),
  offer: z
    .union([z.int().transform(String), Reference])
    .optional()
    .meta({ description: "The offer by id, key or number" }),
  enrollmentId: z.uuid().optional(),
  deliveryId: z.uuid().optional().meta({ description: "The message that showed it" }),
  messageId: z.string().trim().min(1).max(255).optional().meta({
    description: "The same id is counted once within two days, also if it is sent again after a failure",
  }),
});
export type OutcomeAbout = z.infer<typeof OutcomeAbout>;

export const OutcomeInput = withRules(z.strictObject({ ...PersonReference.shape, ...OutcomeAbout.shape }), {
  holds: ({ personId, userId, anonymousId }) => personId ?? userId ?? anonymousId,
  error: "Name the person by personId, userId or anonymousId",
  field: "personId",
});
export type OutcomeInput = z.infer<typeof OutcomeInput>;

export const RecordedOutcome = z
  .object({
    status: z.enum(["accepted", "duplicate"]),
    offerId: z.string().nullable().meta({ description: "The offer for which it counts" }),
    enrollmentId: z.string().nullable(),
  })
  .meta({ id: "RecordedOutcome" });
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;
