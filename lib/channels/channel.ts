/** The ways a message can go out. */
export const CHANNEL_KINDS = ["email", "sms", "push", "webhook", "inapp"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** A rendered message. `idempotencyKey` is the same at every attempt (R42). */
export type Message = {
  readonly idempotencyKey: string;
  readonly recipient: string;
  readonly sender: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Of a webhook, whose address is the recipient and whose body is the text. */
  readonly request?: WebRequest;
};

/** `secret` signs the call after Standard Webhooks; `null` leaves it unsigned. */
export type WebRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string | null;
};

/** What an endpoint answered; the body parsed when it is JSON, else as text. */
export type WebResponse = { readonly status: number; readonly body: unknown };

/** What has to be set before messages can go: of the workspace if it is the sender, else of the installation. */
export type SetUpFault = {
  readonly kind: "sender" | "credentials" | "encryption" | "unreachable" | "refused";
  /** Sentences for the operator; they name what to set. */
  readonly text: string;
};

/**
 * What became of one attempt. `permanent` says that trying again cannot help; `captured` that the message was kept
 * here instead of being sent, `pending` that somebody will come for it.
 */
export type SendResult =
  | { readonly status: "sent"; readonly providerId: string | null; readonly response?: WebResponse }
  | { readonly status: "captured" }
  | { readonly status: "pending" }
  | {
      readonly status: "failed";
      readonly permanent: boolean;
      readonly error: string;
      readonly response?: WebResponse;
      /** How long the other side asks to wait before the next attempt, in ms. */
      readonly retryAfterMs?: number;
      /** It failed for how sending is set up: nothing is wrong with the message, which is tried until it expires. */
      readonly setUp?: SetUpFault;
    };

/** One way out. `send` never throws; `concurrency` is how many sends at a time make sense. */
export type Channel = {
  readonly kind: ChannelKind;
  /** What people read in the dashboard, e.g. "SMTP (mail.example.com)". */
  readonly name: string;
  readonly concurrency: number;
  readonly send: (message: Message) => Promise<SendResult>;
  readonly close: () => Promise<void>;
};
