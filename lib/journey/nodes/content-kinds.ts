import { type Exit, NEXT } from "./kind.ts";

export const MESSAGE_TYPES = ["email", "sms", "push", "webhook"] as const;
export const IN_PAGE_TYPES = ["flow", "tooltip", "modal", "banner", "checklist", "survey"] as const;
export const CONTENT_TYPES = [...MESSAGE_TYPES, ...IN_PAGE_TYPES] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

/** What the product knows of one type of content; every part is required. */
export type ContentKind = {
  /** As a sentence says it: “Send SMS”. */
  readonly name: string;
  /** The SDK shows it inside a page, and people complete or dismiss it. Else it is sent. */
  readonly isInPage: boolean;
  /** It reaches somebody today. Other types are kept and run, but nothing sends or shows them: pages do not offer them. */
  readonly isOffered: boolean;
  /** It is a letter to read: empty, it would reach people and say nothing. */
  readonly isWritten: boolean;
  /** It calls an address: the parts of the call are templates. */
  readonly isCall: boolean;
  /** The channel it goes out by. */
  readonly channel: "email" | "sms" | "push" | "webhook" | "inapp";
  /** How late it may still go out, unless its node says (R44); null = in-page content, which has a time of its own. */
  readonly lifetimeHours: number | null;
  /** Ways out of the node that uses it. */
  readonly exits: readonly Exit[];
  /** The exit by each outcome of a delivery that people may wait for; other outcomes move nobody. */
  readonly outcomes: Readonly<Record<string, string>>;
};

const MESSAGE = {
  isInPage: false,
  isOffered: false,
  isWritten: true,
  isCall: false,
  lifetimeHours: 72,
  exits: NEXT,
  outcomes: {},
} as const satisfies Partial<ContentKind>;

const IN_PAGE = {
  isInPage: true,
  isOffered: false,
  isWritten: false,
  isCall: false,
  channel: "inapp",
  lifetimeHours: null,
  exits: [
    { key: "completed", label: "Completed" },
    { key: "dismissed", label: "Dismissed" },
    { key: "timeout", label: "Timed out" },
  ],
  outcomes: { completed: "completed", dismissed: "dismissed", timeout: "timeout", failed: "failed" },
} as const satisfies Partial<ContentKind>;

/** Every type of content; the compiler names one that has no entry. */
export const contentKinds: Readonly<Record<ContentType, ContentKind>> = {
  email: { ...MESSAGE, name: "email", channel: "email", isOffered: true },
  sms: { ...MESSAGE, name: "SMS", channel: "sms", lifetimeHours: 24 },
  push: { ...MESSAGE, name: "push message", channel: "push", lifetimeHours: 24 },
  webhook: {
    ...MESSAGE,
    name: "webhook",
    channel: "webhook",
    isOffered: true,
    isWritten: false,
    isCall: true,
    exits: [
      { key: "next", label: "Succeeded" },
      { key: "failed", label: "Failed" },
    ],
    // A call that its content does not want made, as a variable is empty, ends like one that was made.
    outcomes: { sent: "next", skipped: "next", failed: "failed" },
  },
  flow: { ...IN_PAGE, name: "flow" },
  tooltip: { ...IN_PAGE, name: "tooltip" },
  modal: { ...IN_PAGE, name: "modal" },
  banner: { ...IN_PAGE, name: "banner" },
  checklist: { ...IN_PAGE, name: "checklist" },
  survey: { ...IN_PAGE, name: "survey" },
};

export const OFFERED_CONTENT_TYPES: readonly ContentType[] = CONTENT_TYPES.filter(
  (type) => contentKinds[type].isOffered,
);

/** What is known of a type that may not be one; null = it is none. */
export function contentKind(type: unknown): ContentKind | null {
  return typeof type === "string" && Object.hasOwn(contentKinds, type) ? contentKinds[type as ContentType] : null;
}

/** True for content that the SDK shows inside a page, which people complete or dismiss. */
export const isInPage = (contentType: unknown): boolean => contentKind(contentType)?.isInPage ?? false;
