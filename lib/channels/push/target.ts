import type { Message, PushDevice, SendResult } from "../channel.ts";

/** What happened to a message at one device: as of any channel, or that its token is dead. */
export type PushResult =
  | { readonly status: "sent"; readonly providerId: string | null }
  | { readonly status: "dead"; readonly error: string }
  | Extract<SendResult, { status: "failed" }>;

/** A push service. `send` never throws. */
export type PushTarget = {
  readonly name: string;
  readonly send: (message: Message, device: PushDevice) => Promise<PushResult>;
  readonly close: () => void;
};
