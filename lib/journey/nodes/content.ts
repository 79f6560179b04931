import * as z from "zod";
import { DurationInput } from "../rules.ts";
import { type Exit, NEXT, type NodeKind, text } from "./kind.ts";

export const MESSAGE_TYPES = ["email", "sms", "push", "webhook"] as const;
export const IN_PAGE_TYPES = ["flow", "tooltip", "modal", "banner", "checklist", "survey"] as const;
export const CONTENT_TYPES = [...MESSAGE_TYPES, ...IN_PAGE_TYPES] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];
/** What reaches somebody today. The other types are kept and run, but nothing sends or shows them: pages do not offer them. */
export const OFFERED_CONTENT_TYPES: readonly ContentType[] = ["email", "webhook"];

/** True for content that the SDK shows inside a page, which people complete or dismiss. */
export function isInPage(contentType: unknown): boolean {
  return (IN_PAGE_TYPES as readonly unknown[]).includes(contentType);
}

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

const IN_PAGE_EXITS: readonly Exit[] = [
  { key: "completed", label: "Completed" },
  { key: "dismissed", label: "Dismissed" },
  { key: "timeout", label: "Timed out" },
];
const WEBHOOK_EXITS: readonly Exit[] = [
  { key: "next", label: "Succeeded" },
  { key: "failed", label: "Failed" },
];

const NAMES: Readonly<Record<string, string>> = {
  email: "email",
  sms: "SMS",
  push: "push message",
  webhook: "webhook",
};

export const content: NodeKind<typeof ContentConfig> = {
  type: "CONTENT",
  configSchema: ContentConfig,
  defaults: () => ({ contentType: "email" }),
  exits(node) {
    if (isInPage(node.config.contentType)) return IN_PAGE_EXITS;
    return node.config.contentType === "webhook" ? WEBHOOK_EXITS : NEXT;
  },
  // A webhook's answer is waited for too, but in milliseconds: a cycle of nothing else would never rest.
  waits: (node) => isInPage(node.config.contentType),
  summary(config) {
    const type = text(config.contentType);
    if (type === "") return "Choose what to show or send";
    return isInPage(type) ? `Show ${type}` : `Send ${NAMES[type] ?? type}`;
  },
};
