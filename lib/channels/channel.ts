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
  /** More headers of a mail. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a mail: where it comes back if it cannot be delivered; else to the sender. */
  readonly envelopeFrom?: string;
  /** Of a mail: where answers go, and who gets a copy. */
  readonly replyTo?: string;
  readonly cc?: readonly string[];
  /** Of a webhook; its address is the recipient, and its body is the text. */
  readonly request?: WebRequest;
  /** Of a push message: where it goes. */
  readonly devices?: readonly PushDevice[];
  /** An attempt was made before, of which the receiver may have taken the message. */
  readonly isRepeated?: boolean;
};

/** One device of a person at its push service. */
export type PushDevice = {
  readonly token: string;
  readonly platform: "ios" | "android" | "web";
  /** When the app last reported it, in ms. */
  readonly seenAt: number;
};

/** `secret` signs the call after Standard Webhooks; `null` leaves it unsigned. */
export type WebRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string | null;
  /** Of a live-data step: its limits, and what else the call carries. */
  readonly live?: LiveCall;
};

/** How a live-data step calls: for how long, how much it reads, and how long an answer is used again. */
export type LiveCall = {
  /** Answers are used again only inside the workspace. */
  readonly workspaceId: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** 0 = each call is made. */
  readonly cacheForMs: number;
  /** A secret header, for the origin that it was set up for; it is never stored with the message. */
  readonly credentials: { readonly origin: string; readonly name: string; readonly value: string } | null;
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
export type SendResult = { readonly lost?: LostAddress } & (
  | { readonly status: "sent"; readonly providerId: string | null; readonly response?: Answered }
  | { readonly status: "captured" }
  | { readonly status: "pending" }
  | {
      readonly status: "failed";
      readonly permanent: boolean;
      readonly error: string;
      readonly response?: Answered;
      /** The delay before the next attempt that the receiver requests, in ms. */
      readonly retryAfterMs?: number;
      /** The receiver is out of order for every message, not for this one. */
      readonly isOutage?: true;
      /** It failed because of the set-up, not the message, so the message is retried until it expires. */
      readonly setUp?: SetUpFault;
    }
);

/** What the receiver answered: an endpoint, or each device of a person. */
export type Answered = WebResponse | { readonly devices: readonly DeviceAnswer[] };

export type DeviceAnswer = {
  readonly platform: PushDevice["platform"];
  readonly token: string;
  readonly outcome: "sent" | "dead" | "failed";
  readonly error?: string;
};

/** What the receiver said about the address itself, so that it is not used again. */
export type LostAddress =
  | { readonly kind: "devices"; readonly devices: readonly Pick<PushDevice, "token" | "seenAt">[] }
  | { readonly kind: "hard_bounce" | "stop_word"; readonly address: string; readonly detail: string };

/** A channel. `send` never throws; `concurrency` is the useful number of parallel sends. */
export type Channel = {
  readonly kind: ChannelKind;
  /** The name in the dashboard, e.g. "SMTP (mail.example.com)". */
  readonly name: string;
  readonly concurrency: number;
  readonly send: (message: Message) => Promise<SendResult>;
  readonly close: () => Promise<void>;
};
