import { type Channels, type Message, processChannels, type SendResult } from "#channels";
import { config, installationSecret } from "#config";
import type { Database } from "#db";
import { linkToken, secretFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { claimDueLinks, type DueLink, type LinkResult, noteLinkResult } from "#store/sender-identities";
import { MINUTE_MS, SECOND_MS } from "#times";

const AT_ONCE = 20;
/** After this many tries the page says that the mail could not be sent. */
const TRIES = 6;

export type SenderLinks = {
  readonly database: Database;
  readonly channels?: Channels | undefined;
  /** The public address of this installation. */
  readonly baseUrl?: string;
};

/** Mails the links that owners asked for; each is claimed before and noted after it is sent. Returns how many there were. */
export async function sendSenderLinks({ database, channels, baseUrl }: SenderLinks): Promise<number> {
  const due = await claimDueLinks(database.sql, AT_ONCE);
  if (due.length === 0) return 0;
  const { email, captures, defaultFrom } = channels ?? processChannels();
  const secret = secretFor(await installationSecret(() => readInstallationSecret(database.sql)), "senders");
  for (const link of due) {
    const address = `${baseUrl ?? config().baseUrl}/verify-sender?token=${linkToken(secret, link)}`;
    const channel = link.isDemo ? captures.email : email;
    const result = await channel.send(messageOf(link, address, defaultFrom));
    await noteLinkResult(database.sql, link, resultOf(result, link.linkAttempts));
  }
  return due.length;
}

function resultOf(result: SendResult, attempts: number): LinkResult {
  if (result.status === "sent") return { status: "sent", error: null, waitMs: 0 };
  if (result.status !== "failed") return { status: "failed", error: NO_SERVER, waitMs: 0 };
  const isOver = result.permanent || attempts >= TRIES;
  const waitMs = Math.max(result.retryAfterMs ?? 0, Math.min(10 * MINUTE_MS, 10 * SECOND_MS * 3 ** attempts));
  return { status: isOver ? "failed" : "queued", error: result.error, waitMs };
}

const NO_SERVER =
  "No mail server is set up (SMTP_URL), so the link was not sent. Verify the address by DNS, or declare it.";

function messageOf({ id, email, workspace, linkNonce }: DueLink, address: string, sender: string): Message {
  const lines = [
    `The workspace “${workspace}” of Sojourn wants to send email from ${email}.`,
    `If that is right, open this page within two days and confirm it:\n${address}`,
    "If you know nothing of it, do nothing: no email is sent from your address.",
  ];
  const html = lines
    .map(
      (line) =>
        `<p>${escaped(line).replaceAll(escaped(address), `<a href="${escaped(address)}">${escaped(address)}</a>`)}</p>`,
    )
    .join("\n");
  return {
    // Each link is a mail of its own; another attempt at the same one carries the same Message-ID.
    idempotencyKey: `sender-${id}-${linkNonce}`,
    recipient: email,
    sender,
    subject: `Confirm that ${email} may send email for ${workspace}`.replaceAll(/\s+/g, " "),
    html,
    text: `${lines.join("\n\n")}\n`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
