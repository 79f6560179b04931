import * as z from "zod";
import { JsonObject, withRules } from "#journey";
import { cursorFields, Timestamp } from "#services";
import { Delivery } from "#services/deliveries";
import { PersonReference } from "#services/people";

export const EnrollmentStatus = z.enum(["ACTIVE", "COMPLETED", "STOPPED", "ARCHIVED", "FAILED"]);
export type EnrollmentStatus = z.infer<typeof EnrollmentStatus>;

export const Enrollment = z
  .object({
    id: z.string(),
    journeyId: z.string(),
    journeyName: z.string(),
    versionId: z.string(),
    endUserId: z.string(),
    status: EnrollmentStatus,
    exitReason: z.string().nullable(),
    enrolledAt: Timestamp,
    endedAt: Timestamp.nullable(),
    nodeId: z.string().nullable().meta({ description: "The person's current step, or the last one" }),
    wakeAt: Timestamp.nullable(),
    value: z
      .number()
      .nullable()
      .meta({ description: "What its reached goal is worth, in the currency of the workspace" }),
    endUser: z.object({
      id: z.string(),
      externalId: z.string().nullable(),
      anonymousId: z.string().nullable(),
      traits: JsonObject,
    }),
  })
  .meta({ id: "Enrollment" });
export type Enrollment = z.infer<typeof Enrollment>;

/** One hop: `id` is the history row's id and the hop's index; `receipt` says why it happened. */
export const Transition = z
  .object({
    id: z.string(),
    fromNodeId: z.string().nullable(),
    fromNodeName: z.string().nullable(),
    toNodeId: z.string().nullable(),
    toNodeName: z.string().nullable(),
    edgeId: z.string().nullable(),
    at: Timestamp,
    cause: z.string(),
    receipt: JsonObject,
    sentence: z.string().meta({ description: "Why it was made, for people" }),
    versionNumber: z.int().meta({ description: "The version that the enrollment was on after it; 0 = deleted" }),
  })
  .meta({ id: "Transition" });
export type Transition = z.infer<typeof Transition>;

export const EnrollmentDetail = Enrollment.extend({
  versionNumber: z.int(),
  trigger: JsonObject.nullable(),
  transitions: z.array(Transition),
  deliveries: z.array(Delivery),
}).meta({ id: "EnrollmentDetail" });
export type EnrollmentDetail = z.infer<typeof EnrollmentDetail>;

export const EnrollmentQuery = z.object({
  ...cursorFields,
  status: EnrollmentStatus.optional(),
  nodeId: z.uuid().optional(),
  personId: z.uuid().optional(),
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, "version must be the number of a version")
    .transform(Number)
    .optional(),
});
export type EnrollmentQuery = z.infer<typeof EnrollmentQuery>;

/** One person by any of their names, with what only their enrollment carries. */
export const NamedPerson = PersonReference.safeExtend({
  properties: JsonObject.optional().meta({
    description:
      "Properties of this enrollment only; they override the common ones. If a person occurs twice, the first entry is used",
  }),
}).meta({ id: "NamedPerson" });
export type NamedPerson = z.infer<typeof NamedPerson>;

/** People one by one, a pasted or CSV list, or a whole segment. */
export const EnrollInput = withRules(
  z.strictObject({
    people: z.array(NamedPerson).min(1).max(100_000).optional(),
    csv: z.string().max(8_000_000).optional(),
    segmentId: z.union([z.string().min(1).max(255), z.int().nonnegative()]).optional(),
    properties: JsonObject.optional(),
    unknown: z.enum(["refuse", "skip", "create"]).optional().meta({
      description:
        "Unknown people: `refuse` (default) enrolls nobody, `skip` enrolls the others and reports them, `create` creates up to 1,000 people named by userId or anonymousId",
    }),
    each: z.boolean().optional().meta({
      description: "Also for a segment of up to 1,000 people, answer the result for each person",
    }),
  }),
  {
    holds: ({ people, csv, segmentId }) => [people, csv, segmentId].filter((way) => way !== undefined).length === 1,
    error: "Give one of people, csv and segmentId",
  },
);
export type EnrollInput = z.infer<typeof EnrollInput>;

/** Unknown people of an input: how many, and the first hundred. */
export const UnknownPeople = z
  .object({
    count: z.int(),
    first: z.array(
      z.object({
        place: z.int().meta({ description: "The position in the list of named people, counted from 1" }),
        personId: z.string().optional(),
        userId: z.string().optional(),
        anonymousId: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "UnknownPeople" });
export type UnknownPeople = z.infer<typeof UnknownPeople>;

/** The people an input names, before anyone is enrolled. */
export const EnrollPreview = z
  .object({
    people: z.int().meta({ description: "People who are known; each once" }),
    withEmail: z.int().meta({ description: "Those of them who have an email address" }),
    unknown: UnknownPeople,
  })
  .meta({ id: "EnrollPreview" });
export type EnrollPreview = z.infer<typeof EnrollPreview>;

const named = {
  unknown: UnknownPeople.optional().meta({
    description: "With `unknown` `skip` or `create`: the people who were skipped",
  }),
  created: z.int().optional().meta({ description: "With `unknown` `create`: how many people were created" }),
};

/** `PENDING`: the engine did not process it within two seconds; `NOT_ENROLLED`: refused, `reason` says why. */
export const EnrollOutcome = z.union([
  z.object({
    ...named,
    enrollments: z.array(
      z.object({
        personId: z.string(),
        enrollmentId: z.string().nullable(),
        status: z.enum(["ACTIVE", "COMPLETED", "STOPPED", "ARCHIVED", "FAILED", "PENDING", "NOT_ENROLLED"]),
        reason: z.string().nullable(),
      }),
    ),
  }),
  z.object({
    ...named,
    operation: z.object({ id: z.string(), status: z.string(), done: z.int(), total: z.int().nullable() }),
  }),
]);
export type EnrollOutcome = z.infer<typeof EnrollOutcome>;

/** `skip` continues after the failed step by its default exit. */
export const RetryInput = z.strictObject({ skip: z.boolean().optional() }).optional();
export type RetryInput = z.infer<typeof RetryInput>;

/** Whose wait at a step ends, and how. */
export const ReleaseInput = withRules(
  z.strictObject({
    action: z.enum(["skip", "move", "exit"]).meta({
      description: "`skip` takes the step's default exit, `move` goes to `toNodeId`, `exit` leaves the journey",
    }),
    toNodeId: z.uuid("toNodeId must be the id of a step").optional().meta({ description: "Only for `move`" }),
    longerThan: z
      .int("longerThan must be a whole number of seconds")
      .min(0, "longerThan must be at least 0")
      .max(31_622_400, "longerThan must be at most 31622400")
      .default(0)
      .meta({ description: "Only people who have been at the step for at least so many seconds" }),
  }),
  {
    holds: ({ action, toNodeId }) => (action === "move") === (toNodeId !== undefined),
    error: "Give toNodeId for move, and only then",
    field: "toNodeId",
  },
);
export type ReleaseInput = z.infer<typeof ReleaseInput>;

/** Every failed enrollment, or those that failed at one step. */
export const RetryFailedInput = z
  .strictObject({ nodeId: z.uuid().optional(), skip: z.boolean().optional() })
  .optional();
export type RetryFailedInput = z.infer<typeof RetryFailedInput>;
