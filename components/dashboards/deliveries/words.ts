import type { Delivery, DeliveryStatus } from "#data";

type Words = {
  label: string;
  variant: "default" | "secondary" | "success" | "warning" | "destructive" | "outline";
  text: string;
};

export const DELIVERY_WORDS: Record<DeliveryStatus, Words> = {
  queued: { label: "Queued", variant: "default", text: "Waiting to be sent, or for the next attempt." },
  held: { label: "Held", variant: "warning", text: "Held by a pause; sent on resume." },
  sending: { label: "Sending", variant: "default", text: "Being handed to the mail server." },
  unknown: {
    label: "Unknown",
    variant: "warning",
    text: "The sender stopped during the attempt. Send it again, or mark it as sent.",
  },
  sent: { label: "Sent", variant: "success", text: "The mail server accepted it." },
  captured: {
    label: "Captured",
    variant: "secondary",
    text: "Stored here and not sent, because nothing is set up to send it.",
  },
  pending: { label: "Waiting for a visit", variant: "secondary", text: "Shown when the person next opens the site." },
  shown: { label: "Shown", variant: "success", text: "The person has seen it." },
  completed: { label: "Completed", variant: "success", text: "The person completed it." },
  dismissed: { label: "Dismissed", variant: "outline", text: "The person closed it." },
  failed: { label: "Failed", variant: "destructive", text: "It could not be delivered and is not retried." },
  cancelled: { label: "Cancelled", variant: "outline", text: "The person left the journey before it was sent." },
  skipped: { label: "Skipped", variant: "outline", text: "Not sent, for the reason given." },
};

/** Where a sending policy holds it, instead of a pause. */
export const HELD_BY_POLICY = "Held by a sending policy; sent as soon as that lets it go.";

/** What may have happened to a message after it was sent. */
export const BECAME_WORDS = {
  delivered: "Delivered",
  opened: "Opened",
  clicked: "Clicked",
  bounced: "Bounced",
  complained: "Marked as spam",
  unsubscribed: "Unsubscribed",
} as const;

/** The same for single reports, which tell more apart. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  ...BECAME_WORDS,
  machine_opened: "Pictures loaded by a mail program",
  delayed: "Delayed",
  rejected: "Refused by the provider",
};

export const DELIVERY_STATUSES = Object.keys(DELIVERY_WORDS) as DeliveryStatus[];

/** What happened to a message after it was sent, the earliest first; the first time of each. */
export function becameOf(delivery: Delivery): { kind: string; label: string; at: string; isBad: boolean }[] {
  const times = {
    delivered: delivery.deliveredAt,
    opened: delivery.openedAt,
    clicked: delivery.clickedAt,
    bounced: delivery.bouncedAt,
    complained: delivery.complainedAt,
    unsubscribed: delivery.unsubscribedAt,
  } satisfies Record<keyof typeof BECAME_WORDS, string | null>;
  return (Object.keys(BECAME_WORDS) as (keyof typeof BECAME_WORDS)[])
    .flatMap((kind) => {
      const at = times[kind];
      return at === null
        ? []
        : [{ kind, label: BECAME_WORDS[kind], at, isBad: kind === "bounced" || kind === "complained" }];
    })
    .sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
