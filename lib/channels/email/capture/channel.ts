import { isMailAddress } from "#addresses";
import type { Channel, Message, SendResult } from "../../channel.ts";

/** Stores emails on their delivery, visible in the dashboard, while no mail server is configured. Nothing is sent. */
export function captureChannel(): Channel {
  async function send(message: Message): Promise<SendResult> {
    if (!isMailAddress(message.recipient)) {
      return { status: "failed", permanent: true, error: `“${message.recipient}” is not an email address.` };
    }
    return { status: "captured" };
  }
  return {
    kind: "email",
    name: "Built-in capture (no mail server configured)",
    concurrency: 1_000,
    send,
    close: async () => {},
  };
}
