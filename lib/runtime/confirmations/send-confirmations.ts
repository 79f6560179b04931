import { type Channels, processChannels, type SendResult } from "#channels";
import { config, installationSecret } from "#config";
import { addressOn, canReach } from "#consent";
import { renderEmailHere, renderEmailInThread, templateVariables } from "#content";
import { type Database, shardOf } from "#db";
import { consentToken, secretFor } from "#signatures";
import { readContent } from "#store/content";
import { readInstallationSecret } from "#store/installation";
import { type PersonRow, readPeople } from "#store/people";
import { readVerifiedSenders } from "#store/sender-identities";
import { claimConfirmations, type DueConfirmation, noteConfirmation } from "#store/subscriptions";
import { readSuppressions } from "#store/suppressions";
import { readTopics, type TopicRow } from "#store/topics";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";
import { MINUTE_MS, SECOND_MS } from "#times";
import { chooseSender, sendersOf } from "../outbox/choose-sender.ts";
import { confirmationMail } from "./confirmation-mail.ts";

/** In each shard at once. */
const AT_ONCE = 2;
const TRIES = 6;

export type Confirmations = { readonly database: Database; readonly channels?: Channels | undefined };

/**
 * Mails the links that confirm subscriptions; each is claimed before and noted after it is sent, so that a mail may be
 * sent twice if this process dies, and is never lost. Returns how many were due.
 */
export async function sendConfirmations({ database, channels }: Confirmations): Promise<number> {
  const due = await claimConfirmations(database.sql, AT_ONCE);
  if (due.length === 0) return 0;
  const secret = secretFor(await installationSecret(() => readInstallationSecret(database.sql)), "consent");
  for (const one of due) {
    const result = await sendOne({ database, channels }, one, secret);
    await noteConfirmation(database.sql, one, waitOf(result, one.attempts));
  }
  return due.length;
}

async function sendOne(
  { database, channels }: Confirmations,
  due: DueConfirmation,
  secret: string,
): Promise<SendResult | null> {
  const { sql } = database;
  const { personId, workspaceId } = due;
  const [[person], [workspace], topics, senders] = await Promise.all([
    readPeople(sql, [shardOf(personId)], [personId]),
    readWorkspaces(sql, [workspaceId]),
    readTopics(sql, [workspaceId]),
    readVerifiedSenders(sql, [workspaceId]),
  ]);
  const topic = topics.find(({ id, archivedAt }) => id === due.topic && archivedAt === null);
  if (!person || !workspace || !topic) return null;
  const address = addressOn("email", person);
  // The address may arrive a moment behind the subscription.
  if (address === "") return { status: "failed", permanent: false, error: "The person has no email address." };
  const [suppressions = []] = await readSuppressions(sql, [{ workspaceId, channel: "email", address }]);
  const message = { channel: "email", address, transactional: true, topic: null } as const;
  if (!canReach(message, { suppressions, subscriptions: [], preferences: null }, Date.now()).reach) return null;
  const link = {
    purpose: "confirm",
    workspaceId,
    personId,
    channel: "email",
    topicId: topic.id,
    deliveryId: null,
  } as const;
  const confirmUrl = `${config().publicUrl}/confirm-subscription/${consentToken(secret, link)}`;
  const rendered = await render(database, { person, workspace, topic, confirmUrl });
  if (rendered === null) return { status: "failed", permanent: false, error: "It could not be rendered." };
  const { email, captures, defaultFrom } = channels ?? processChannels();
  return await (workspace.isDemo ? captures.email : email).send({
    // Another attempt at the same request carries the same Message-ID.
    idempotencyKey: `confirm-${personId}-${topic.id}-${due.at}`,
    recipient: address,
    sender: chooseSender({ config: {} }, workspace, sendersOf(senders), defaultFrom).sender,
    ...rendered,
  });
}

type Asked = {
  readonly person: PersonRow;
  readonly workspace: SendingWorkspace;
  readonly topic: TopicRow;
  readonly confirmUrl: string;
};

/** The topic's own content, if it renders with a link in it; else a plain mail, so that nobody waits for a template. */
async function render({ sql }: Database, { person, workspace, topic, confirmUrl }: Asked) {
  const plain = confirmationMail({ workspace: workspace.name, topic: topic.name, confirmUrl });
  const [content] = topic.confirmationContentId === null ? [] : await readContent(sql, [topic.confirmationContentId]);
  if (content === undefined) return plain;
  const variables = templateVariables({ person, workspace, variables: { confirmUrl, topic: topic.name } });
  const template = { subject: content.subject ?? "", html: content.html ?? "", text: content.text ?? "" };
  const mail = renderEmailHere(template, variables) ?? (await renderEmailInThread(template, variables));
  if (mail === null) return null;
  const { subject, html, text, errors } = mail;
  return errors.length > 0 || !text.includes(confirmUrl) ? plain : { subject, html, text };
}

function waitOf(result: SendResult | null, attempts: number): number | null {
  if (result?.status !== "failed" || result.permanent || (attempts >= TRIES && !result.setUp)) return null;
  return Math.max(result.retryAfterMs ?? 0, Math.min(10 * MINUTE_MS, 10 * SECOND_MS * 3 ** attempts));
}
