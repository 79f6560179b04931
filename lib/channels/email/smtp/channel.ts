import { createTransport } from "nodemailer";
import { isMailAddress, readSender, type Sender, SenderError } from "#addresses";
import type { Channel, Message, SendResult } from "../../channel.ts";
import { messageId } from "../message-id.ts";
import { judgeSmtpError, saysUnknownAddress } from "./judge-error.ts";
import { encodingOf, writeAtOnce } from "./write-at-once.ts";

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
  writeAtOnce(transport);
  const { host, hostname } = new URL(url);

  async function send(message: Message): Promise<SendResult> {
    if (!isMailAddress(message.recipient))
      return { status: "failed", permanent: true, error: `“${message.recipient}” is not an email address.` };
    let from: Sender;
    try {
      from = readSender(message.sender);
    } catch (error) {
      if (error instanceof SenderError) return badSender(message.sender, error.message);
      throw error;
    }
    try {
      const sent = await transport.sendMail({
        from,
        to: { name: "", address: message.recipient },
        ...(message.replyTo ? { replyTo: message.replyTo } : {}),
        ...(message.cc?.length ? { cc: [...message.cc] } : {}),
        subject: message.subject,
        text: message.text,
        textEncoding: encodingOf(message.html, message.text),
        ...(message.html === "" ? {} : { html: message.html }),
        // Its own option for List-Unsubscribe-Post writes the value as an address, which is no one-click (RFC 8058).
        ...(message.headers === undefined ? {} : { headers: { ...message.headers } }),
        ...(message.envelopeFrom === undefined ? {} : { envelope: envelopeOf(message, message.envelopeFrom) }),
        messageId: messageId(message.idempotencyKey, from.address),
      });
      return { status: "sent", providerId: sent.response ?? null };
    } catch (error) {
      const failed = judgeSmtpError(error, host);
      if (!saysUnknownAddress(error)) return failed;
      const detail = error instanceof Error ? error.message.slice(0, 500) : "";
      return { ...failed, lost: { kind: "hard_bounce", address: message.recipient, detail } };
    }
  }

  return {
    kind: "email",
    name: `SMTP (${hostname})`,
    concurrency: CONNECTIONS * 2,
    send,
    close: async () => transport.close(),
  };
}

/** A given envelope replaces the one made of the headers whole, copies included. */
const envelopeOf = ({ recipient, cc = [] }: Message, from: string) => ({ from, to: [recipient, ...cc] });

/** Without a valid sender an email would have no `From` and an empty envelope, so it is not sent until there is one. */
function badSender(sender: string, mistake: string): SendResult {
  const error = `The sender “${sender}” ${mistake}.`;
  return { status: "failed", permanent: false, error, setUp: { kind: "sender", text: `Email is not sent: ${error}` } };
}
