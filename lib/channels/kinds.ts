import type { ChannelKind } from "./channel.ts";

/** What the product knows of one channel; every part is required. */
export type ChannelFacts = {
  /** As a sentence says it: “No SMS channel is set up”. */
  readonly name: string;
  /**
   * What the message is made from: a letter with a subject, a note of plain text, a call of an address; null = it goes as
   * it is stored.
   */
  readonly renders: "letter" | "note" | "call" | null;
  /** The engine is told also of messages that went well: people may wait for that. */
  readonly reportsSuccess: boolean;
};

/** Every channel; the compiler names one that has no entry. */
export const channelKinds: Readonly<Record<ChannelKind, ChannelFacts>> = {
  email: { name: "email", renders: "letter", reportsSuccess: false },
  sms: { name: "SMS", renders: "note", reportsSuccess: false },
  push: { name: "push", renders: "note", reportsSuccess: false },
  webhook: { name: "webhook", renders: "call", reportsSuccess: true },
  inapp: { name: "in-page", renders: null, reportsSuccess: false },
};

/** What messages of a channel are made from; null also for a name that is of no channel. */
export const rendersOf = (name: string): ChannelFacts["renders"] =>
  isChannelKind(name) ? channelKinds[name].renders : null;

/** Whether a stored name is one of a channel. */
export const isChannelKind = (name: string): name is ChannelKind => Object.hasOwn(channelKinds, name);
