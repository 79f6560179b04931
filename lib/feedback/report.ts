/** The message that a report is about: our id of it, or the Message-ID that we gave it. */
export type MessageRef = { readonly deliveryId: string } | { readonly messageId: string };

/** Hard bounces and complaints end the use of an address; soft ones do after several. */
export type ReportKind =
  | "delivered"
  | "delayed"
  | "opened"
  | "machine_opened"
  | "clicked"
  | "hard_bounce"
  | "soft_bounce"
  | "complained"
  | "unsubscribed"
  | "rejected";

/** One thing that a provider says about one message to one recipient. */
export type Report = {
  readonly kind: ReportKind;
  /** The address; empty = the provider does not say it. */
  readonly recipient: string;
  readonly ref: MessageRef | null;
  /** In ms; null = the provider does not say it. */
  readonly at: number | null;
  /** The same for a repeated report. */
  readonly key: string;
  readonly detail: Readonly<Record<string, string>>;
};

/** A call of a provider, before anything of it was parsed. */
export type RawCall = {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The address as the provider was given it. */
  readonly url: string;
  /** Now, in ms. */
  readonly now: number;
};

/** What a call says, if it is genuine. */
export type Verdict =
  | { readonly ok: true; readonly reports: readonly Report[]; readonly once?: OnceOnly }
  | { readonly ok: false; readonly fault: string };

/** A value that may come with one body alone: a second body under it is forged. */
export type OnceOnly = { readonly token: string; readonly body: string };

export const refused = (fault: string): Verdict => ({ ok: false, fault });
