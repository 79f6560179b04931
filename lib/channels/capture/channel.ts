import { isMailAddress } from "#addresses";
import type { ConsentChannel } from "#consent";
import type { Channel, Message, SendResult } from "../channel.ts";

type Captured = {
  readonly name: string;
  /** What is wrong with a recipient; null = nothing. */
  readonly fault: (recipient: string) => string | null;
};

/** With or without a plus sign; people write spaces, dots, dashes and brackets. */
const PHONE = /^\+?[\d\s().-]{3,40}$/;

const KINDS: Readonly<Record<ConsentChannel, Captured>> = {
  email: {
    name: "no mail server configured",
    fault: (recipient) => (isMailAddress(recipient) ? null : `“${recipient}” is not an email address.`),
  },
  sms: {
    name: "no SMS provider configured",
    fault: (recipient) => (PHONE.test(recipient) ? null : `“${recipient}” is not a phone number.`),
  },
  push: {
    name: "no push provider configured",
    fault: (recipient) => (recipient === "" ? "The person has no id." : null),
  },
};

/**
 * Stores messages on their delivery, visible in the dashboard, while nothing is set up to send them; those of the
 * Demo always. Nothing is sent.
 */
export function captureChannel(kind: ConsentChannel): Channel {
  const { name, fault } = KINDS[kind];
  async function send({ recipient }: Message): Promise<SendResult> {
    const error = fault(recipient);
    return error === null ? { status: "captured" } : { status: "failed", permanent: true, error };
  }
  return { kind, name: `Built-in capture (${name})`, concurrency: 1_000, send, close: async () => {} };
}
