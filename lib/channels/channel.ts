import type { ChannelType } from "#journey";

/** The channels of messages. */
export type ChannelKind = ChannelType;

/** A rendered message. `idempotencyKey` is the same at every attempt (R42). */
export type Message = {
  readonly idempotencyKey: string;
  readonly recipient: string;
  readonly sender: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Of a webhook; its address is the recipient, and its body is the text. */
  readonly request?: WebRequest;
};

/** `secret` signs the call after Standard Webhooks; `null` leaves it unsigned. */
export type WebRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string | null;
};

/** The answer of an endpoint; the body is parsed if it is JSON, else text. */
export type WebResponse = { readonly status: number; readonly body: unknown };

/** The setting that is missing for sending: of the workspace if it is the sender, else of the installation. */
export type SetUpFault = {
  readonly kind: "sender" | "credentials" | "encryption" | "unreachable" | "refused";
  /** Sentences for operators that name the setting. */
  readonly text: string;
};

/**
 * The outcome of one attempt. `permanent`: a retry cannot help; `captured`: the message was stored instead of sent;
 * `pending`: the person's browser will fetch it.
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
      /** The delay before the next attempt that the receiver requests, in ms. */
      readonly retryAfterMs?: number;
      /** It failed because of the set-up, not the message, so the message is retried until it expires. */
      readonly setUp?: SetUpFault;
    };

/** A channel. `send` never throws; `concurrency` is the useful number of parallel sends. */
export type Channel = {
  readonly kind: ChannelKind;
  /** The name in the dashboard, e.g. "SMTP (mail.example.com)". */
  readonly name: string;
  readonly concurrency: number;
  readonly send: (message: Message) => Promise<SendResult>;
  readonly close: () => Promise<void>;
};
