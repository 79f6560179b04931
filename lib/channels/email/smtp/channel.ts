import { createTransport } from "nodemailer";
import type { Channel, Message, SendResult } from "../../channel.ts";
import { isMailAddress } from "../address.ts";
import { messageId } from "../message-id.ts";
import { judgeSmtpError } from "./judge-error.ts";

const CONNECTIONS = 8;

/** Mail through the server at `url` (`smtp://user:password@host:587`), over a few kept-open connections. */
export function smtpChannel(url: string): Channel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 1_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(message: Message): Promise<SendResult> {
    if (!isMailAddress(message.recipient)) {
      return { status: "failed", permanent: true, error: `“${message.recipient}” is not an e-mail address.` };
    }
    try {
      const sent = await transport.sendMail({
        from: message.sender,
        to: { name: "", address: message.recipient },
        subject: message.subject,
        text: message.text,
        ...(message.html === "" ? {} : { html: message.html }),
        messageId: messageId(message.idempotencyKey, message.sender),
      });
      return { status: "sent", providerId: sent.response ?? null };
    } catch (error) {
      return judgeSmtpError(error);
    }
  }

  return {
    kind: "email",
    name: `SMTP (${new URL(url).hostname})`,
    concurrency: CONNECTIONS * 2,
    send,
    close: async () => transport.close(),
  };
}
