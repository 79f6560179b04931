import * as z from "zod";
import { JsonObject, withRules } from "#journey";
import { EnrollmentStatus } from "#services/enrollments";
import { named, someone } from "#services/in-page";

const Identifier = z.string().trim().min(1).max(255);

export const SiteEnrollInput = withRules(z.strictObject({ ...someone, properties: JsonObject.optional() }), named);
export type SiteEnrollInput = z.infer<typeof SiteEnrollInput>;

/** What people do with content in a page; `completed` and `dismissed` are how they leave its step. */
export const CONTENT_EVENTS = ["shown", "step", "completed", "dismissed"] as const;

export const SiteProgressInput = withRules(
  z.strictObject({
    ...someone,
    nodeId: z.uuid().optional(),
    contentId: Identifier.optional(),
    event: z.enum(CONTENT_EVENTS).optional(),
    step: z.union([z.string().max(255), z.int()]).optional(),
  }),
  named,
);
export type SiteProgressInput = z.infer<typeof SiteProgressInput>;

const Status = z.enum([...EnrollmentStatus.options, "PENDING", "NOT_ENROLLED"]);

/** `PENDING`: the engine has not processed it yet; `NOT_ENROLLED`: refused, or never asked for; `reason` says why. */
export const SiteEnrollment = z.object({
  enrollmentId: z.string().nullable(),
  status: Status,
  reason: z.string().nullable(),
});
export type SiteEnrollment = z.infer<typeof SiteEnrollment>;

/** Content that waits to be shown to the person. */
const OfferedContent = z.object({
  nodeId: z.string(),
  contentId: z.string(),
  key: z.string(),
  number: z.int(),
  type: z.string(),
  body: JsonObject,
  variables: JsonObject,
});

export const SiteProgress = z.object({
  enrollmentId: z.string().nullable(),
  status: Status,
  currentNodeIds: z.array(z.string()),
  content: z.array(OfferedContent),
});
export type SiteProgress = z.infer<typeof SiteProgress>;
