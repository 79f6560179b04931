import * as z from "zod";
import { JsonObject, withRules } from "#journey";

const Identifier = z.string().trim().min(1).max(255);
/** `userHash` proves the user id on sites that ask for it. */
export const someone = {
  userId: Identifier.optional(),
  anonymousId: Identifier.optional(),
  userHash: z.string().max(4_096).optional(),
};
export const named = {
  holds: ({ userId, anonymousId }: { userId?: string | undefined; anonymousId?: string | undefined }) =>
    userId ?? anonymousId,
  error: "Name the person by userId or anonymousId",
  field: "userId",
};

/** `languages`: what the browser prefers, the best first, with commas between them. */
export const InPageQuery = withRules(
  z.object({ ...someone, languages: z.string().max(500).optional(), stream: z.enum(["0", "1"]).optional() }),
  named,
);
export type InPageQuery = z.infer<typeof InPageQuery>;

/** What a page does with content: `shown` is its first frame in the viewport. */
export const IN_PAGE_EVENTS = [
  "eligible",
  "waiting_for_target",
  "gave_up",
  "shown",
  "step",
  "completed",
  "dismissed",
] as const;
export type InPageEvent = (typeof IN_PAGE_EVENTS)[number];

export const InPageReport = withRules(
  z.strictObject({
    ...someone,
    deliveryId: z.uuid(),
    event: z.enum(IN_PAGE_EVENTS),
    step: z.union([z.string().max(255), z.int()]).optional(),
    /** The items of a checklist that are done. */
    done: z.array(z.string().max(60)).max(30).optional(),
    reason: z.string().max(500).optional(),
    page: z.string().max(2_000).optional(),
  }),
  named,
);
export type InPageReport = z.infer<typeof InPageReport>;

const Offered = z.object({
  deliveryId: z.string(),
  journeyId: z.string(),
  enrollmentId: z.string(),
  nodeId: z.string(),
  contentId: z.string(),
  key: z.string(),
  type: z.string(),
  /** Where the person continues. */
  step: z.string().nullable(),
  done: z.array(z.string()),
  document: JsonObject,
});

/** `held`: what waits but is not shown, with the reason. */
export const InPageContent = z.object({
  content: z.array(Offered),
  held: z.array(z.object({ deliveryId: z.string(), key: z.string(), reason: z.string() })),
});
export type InPageContent = z.infer<typeof InPageContent>;

/** Answer to a report: whether it still concerned anything. */
export const InPageNoted = z.object({ noted: z.boolean() });

/** What a page looks for by itself. `live`: journeys of the site show content in pages. */
export const SiteRules = z.object({
  live: z.boolean(),
  clicks: z.array(z.string()),
  pages: z.array(z.tuple([z.string(), z.string()])),
});
export type SiteRules = z.infer<typeof SiteRules>;
