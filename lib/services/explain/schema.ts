import * as z from "zod";
import { JsonObject, withRules } from "#journey";
import { FormerCode, Timestamp } from "#services";

const hours = z
  .string()
  .regex(/^[0-9]{1,4}$/, "hours must be a whole number")
  .transform(Number)
  .pipe(z.number().min(1, "hours must be at least 1").max(720, "hours must be at most 720"))
  .default(24);

export const NearMissQuery = z.object({ hours });

/** People who met a trigger but did not enter, by the first failed check (R28b, R41). */
export const NearMissGroup = z
  .object({
    reason: z.string(),
    count: z.int(),
    samples: z.array(z.object({ personId: z.string(), at: Timestamp, detail: JsonObject })),
  })
  .meta({ id: "NearMissGroup" });
export type NearMissGroup = z.infer<typeof NearMissGroup>;

export const NearMisses = z.object({
  data: z.array(NearMissGroup),
  meta: z.object({ since: Timestamp, total: z.int() }),
});
export type NearMisses = z.infer<typeof NearMisses>;

const Identifier = z.string().min(1).max(255);

/** Whom, or which enrollment. */
export const ExplainQuery = withRules(
  z.object({
    personId: z.uuid().optional(),
    userId: Identifier.optional(),
    enrollmentId: z.uuid().optional(),
    clock: z
      .enum(["person", "workspace"])
      .default("person")
      .meta({ description: "By whose clock the sentences tell times" }),
  }),
  {
    holds: ({ personId, userId, enrollmentId }) => [personId, userId, enrollmentId].filter(Boolean).length === 1,
    error: "Give one of personId, userId and enrollmentId",
    field: "personId",
  },
);
export type ExplainQuery = z.infer<typeof ExplainQuery>;

const Awaited = z.object({
  kind: z.enum(["event", "timer", "condition", "delivery", "resume"]),
  text: z.string(),
  at: Timestamp.nullable().optional(),
  eventName: z.string().optional(),
});

export const Explanation = z
  .object({
    verdict: z.enum(["in", "was_in", "not_in"]),
    sentence: z.string(),
    enrollmentId: z.string().nullable(),
    waiting: z
      .object({
        nodeId: z.string(),
        name: z.string(),
        label: z.string().meta({ description: "What people read for the step: its label, else its name" }),
        since: Timestamp,
        until: Timestamp.nullable().meta({ description: "When a timer ends this; null = there is no timer" }),
        for: z.array(Awaited),
      })
      .nullable(),
    reasons: z.array(
      z.object({
        code: z.string(),
        formerCode: FormerCode.optional(),
        text: z.string(),
        at: Timestamp.nullable().optional(),
        detail: JsonObject,
      }),
    ),
    wouldMove: z.array(z.string()),
  })
  .meta({ id: "Explanation" });
export type Explanation = z.infer<typeof Explanation>;
