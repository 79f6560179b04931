import * as z from "zod";
import { DurationInput } from "../rules.ts";
import { CONTENT_TYPES, contentKind, isInPage } from "./content-kinds.ts";
import { NEXT, type NodeKind, PASSES, spelled, text } from "./kind.ts";

/** Config of CONTENT. `variables` maps template variables to a path (`trigger.properties.plan`) or a fixed value. */
export const ContentConfig = z.object({
  contentType: z.enum(CONTENT_TYPES),
  variables: z.record(z.string(), z.unknown()).optional(),
  /** The name of a stored decision: its offer is available to the template, and its creative is sent without a content item. */
  resultSource: z.string().min(1).max(120).optional(),
  /** The channel that the message belongs to, by id, key or number. */
  channelId: z.union([z.string().min(1).max(255), z.number()]).nullish(),
  fromIdentityEmail: z.string().max(320).nullish(),
  surveySlug: z.string().max(255).nullish(),
  /** For in-page content: how long it is offered. */
  timeout: DurationInput.optional(),
  /** For messages: how late it may still be sent; three days unless set. */
  expiresAfter: DurationInput.optional(),
  /** For webhooks: the response is stored as `context.<name>`, and people wait for it. */
  storeResponseAs: z
    .string()
    .regex(/^[A-Za-z_]\w{0,119}$/, { error: "is not a name such as answer" })
    .optional(),
});
export type ContentConfig = z.infer<typeof ContentConfig>;

/** How long in-page content is offered unless the node sets a timeout. */
export const DEFAULT_IN_PAGE_TIMEOUT = "30d";

export const content: NodeKind<typeof ContentConfig> = {
  ...PASSES,
  usesContent: true,
  type: "CONTENT",
  configSchema: ContentConfig,
  readsPerson: () => true,
  changesPeople: false,
  defaults: () => ({ contentType: "email" }),
  exits: (node) => contentKind(node.config.contentType)?.exits ?? NEXT,
  // People wait for a webhook's response too, but only for milliseconds: a cycle of webhooks alone would run without a
  // pause, so it counts as not waiting.
  waits: (node) => isInPage(node.config.contentType),
  timersFrom: ({ contentType, timeout }) => (isInPage(contentType) ? { timeout: spelled(timeout) } : null),
  baseName: ({ contentType }) =>
    typeof contentType === "string" && /^[a-z_]{1,40}$/.test(contentType) ? contentType : null,
  summary(config) {
    const type = text(config.contentType);
    if (type === "") return "Choose what to show or send";
    return isInPage(type) ? `Show ${type}` : `Send ${contentKind(type)?.name ?? type}`;
  },
};
