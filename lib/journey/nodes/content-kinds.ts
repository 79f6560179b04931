import { CONSENT_CHANNELS } from "#consent";
import { type Exit, NEXT } from "./kind.ts";

/** Content that is sent: to an address of a person, or to an endpoint. */
export const MESSAGE_TYPES = [...CONSENT_CHANNELS, "webhook"] as const;
export const IN_PAGE_TYPES = ["flow", "tooltip", "modal", "banner", "checklist", "survey"] as const;
export const CONTENT_TYPES = [...MESSAGE_TYPES, ...IN_PAGE_TYPES] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

/** The channels by which content reaches people; `inapp` = the SDK shows it inside a page. */
export const CHANNEL_TYPES = [...CONSENT_CHANNELS, "webhook", "inapp"] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** The channels that a workspace has, switches off, or has several of. Endpoints need none. */
export const OWN_CHANNEL_TYPES = [...CONSENT_CHANNELS, "inapp"] as const;
export type OwnChannelType = (typeof OWN_CHANNEL_TYPES)[number];

export const isOwnChannel = (channel: string): boolean => OWN_CHANNEL_TYPES.some((own) => own === channel);

/** The properties of one type of content; every part is required. */
export type ContentKind = {
  /** The name inside a sentence: “Send SMS”. */
  readonly name: string;
  /** True for content that the SDK shows inside a page, where people complete or dismiss it; other content is sent. */
  readonly isInPage: boolean;
  /** True for a message that people read: an empty one would be sent without any text. */
  readonly isWritten: boolean;
  /** True for an HTTP request: the parts of the request are templates. */
  readonly isCall: boolean;
  /** People may leave it half-way and come back to it: once begun, it is shown until it is completed or closed. */
  readonly goesOn: boolean;
  /** The channel that delivers it. */
  readonly channel: ChannelType;
  /**
   * How many hours after its creation it may still be sent, unless its node says otherwise (R44); null = in-page
   * content, which has its own timeout.
   */
  readonly lifetimeHours: number | null;
  /** Exits of the node that uses it. */
  readonly exits: readonly Exit[];
  /** The exit for each outcome of a delivery that people may wait for; other outcomes move nobody. */
  readonly outcomes: Readonly<Record<string, string>>;
};

const MESSAGE = {
  isInPage: false,
  isWritten: true,
  isCall: false,
  goesOn: false,
  lifetimeHours: 72,
  exits: NEXT,
  outcomes: {},
} as const satisfies Partial<ContentKind>;

const IN_PAGE = {
  isInPage: true,
  isWritten: false,
  isCall: false,
  goesOn: false,
  channel: "inapp",
  lifetimeHours: null,
  exits: [
    { key: "completed", label: "Completed" },
    { key: "dismissed", label: "Dismissed" },
    { key: "timeout", label: "Timed out" },
  ],
  outcomes: { completed: "completed", dismissed: "dismissed", timeout: "timeout", failed: "failed" },
} as const satisfies Partial<ContentKind>;

/** Every type of content; the compiler reports a type without an entry. */
export const contentKinds: Readonly<Record<ContentType, ContentKind>> = {
  email: { ...MESSAGE, name: "email", channel: "email" },
  sms: { ...MESSAGE, name: "SMS", channel: "sms", lifetimeHours: 24 },
  push: { ...MESSAGE, name: "push message", channel: "push", lifetimeHours: 24 },
  webhook: {
    ...MESSAGE,
    name: "webhook",
    channel: "webhook",
    isWritten: false,
    isCall: true,
    exits: [
      { key: "next", label: "Succeeded" },
      { key: "failed", label: "Failed" },
    ],
    // A webhook whose content suppresses the request, because a variable is empty, takes the same exit as a sent one.
    outcomes: { sent: "next", skipped: "next", failed: "failed" },
  },
  flow: { ...IN_PAGE, name: "flow", goesOn: true },
  tooltip: { ...IN_PAGE, name: "tooltip" },
  modal: { ...IN_PAGE, name: "modal" },
  banner: { ...IN_PAGE, name: "banner" },
  checklist: { ...IN_PAGE, name: "checklist", goesOn: true },
  survey: { ...IN_PAGE, name: "survey", goesOn: true },
};

/** The properties of a content type; null = the value is not a content type. */
export function contentKind(type: unknown): ContentKind | null {
  return typeof type === "string" && Object.hasOwn(contentKinds, type) ? contentKinds[type as ContentType] : null;
}

/** True for content that the SDK shows inside a page, which people complete or dismiss. */
export const isInPage = (contentType: unknown): boolean => contentKind(contentType)?.isInPage ?? false;
