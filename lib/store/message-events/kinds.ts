/**
 * What may happen to a message after it was sent. `machine_opened`: a mail program loaded the pictures without anybody
 * looking; `delayed`, `rejected` and `machine_opened` move no figure but their own.
 */
export const MESSAGE_EVENTS = [
  "delivered",
  "delayed",
  "opened",
  "machine_opened",
  "clicked",
  "bounced",
  "complained",
  "unsubscribed",
  "rejected",
] as const;
export type MessageEventKind = (typeof MESSAGE_EVENTS)[number];

/** Kinds with a time of their own on the delivery, where the first one counts. */
export const NOTED_EVENTS = ["delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"] as const;
export type NotedEvent = (typeof NOTED_EVENTS)[number];
export const isNoted = (kind: MessageEventKind): kind is NotedEvent => NOTED_EVENTS.some((one) => one === kind);
