import * as z from "zod";
import { DurationInput } from "../rules.ts";
import { CONTENT_TYPES, contentKind, isInPage } from "./content-kinds.ts";
import { NEXT, type NodeKind, PASSES, spelled, text } from "./kind.ts";

/** Config of CONTENT. `variables` maps template variables to a path (`trigger.properties.plan`) or a fixed value. */
export const ContentConfig = z.object({
  contentType: z.enum(CONTENT_TYPES),
  variables: z.record(z.string(), z.unknown()).optional(),
  fromIdentityEmail: z.string().max(320).nullish(),
  surveySlug: z.string().max(255).nullish(),
  /** Of in-page content: how long it is offered. */
  timeout: DurationInput.optional(),
  /** Of a message: how late it may still be sent; three days unless said. */
  expiresAfter: DurationInput.optional(),
  /** Of a webhook: the answer is kept as `context.<name>`, and people wait for it. */
  storeResponseAs: z
    .string()
    .regex(/^[A-Za-z_]\w{0,119}$/, { error: "is not a name such as answer" })
    .optional(),
});
export type ContentConfig = z.infer<typeof ContentConfig>;

/** How long in-page content is offered when the node says nothing. */
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
  // A webhook's answer is waited for too, but in milliseconds: a cycle of nothing else would never rest.
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
