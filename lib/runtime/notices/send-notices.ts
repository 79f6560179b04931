import { type Channels, type Message, processChannels, type SendResult } from "#channels";
import { config } from "#config";
import type { Database } from "#db";
import { claimDueNotices, type DueNotice, type NoticeResult, noteNoticeResult } from "#store/notices";
import { readVerifiedSenders } from "#store/sender-identities";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";
import { MINUTE_MS, SECOND_MS } from "#times";
import { chooseSender, sendersOf } from "../outbox/choose-sender.ts";
import { alertBody, alertLetter, type Letter, mentionLetter, reportLetter } from "./letters.ts";
import { readWeek } from "./week-figures.ts";

const AT_ONCE = 20;
const TRIES = 6;

type NoticeSender = { readonly database: Database; readonly channels?: Channels | undefined };

/** Sends due alerts, reports and mentions by mail and webhook; each is claimed before and noted after. Returns how many there were. */
export async function sendNotices({ database, channels = processChannels() }: NoticeSender): Promise<number> {
  const { sql } = database;
  const due = await claimDueNotices(sql, AT_ONCE);
  if (due.length === 0) return 0;
  const ids = [...new Set(due.map(({ workspaceId }) => workspaceId))];
  const workspaces = new Map((await readWorkspaces(sql, ids)).map((row) => [row.id, row]));
  for (const notice of due) {
    const workspace = workspaces.get(notice.workspaceId);
    const result = workspace ? await sendOne({ database, channels }, notice, workspace) : GONE;
    await noteNoticeResult(sql, notice.id, resultOf(result, notice.attempts));
  }
  return due.length;
}

const GONE: SendResult = { status: "failed", permanent: true, error: "The workspace is gone." };

async function sendOne(
  { database, channels }: { readonly database: Database; readonly channels: Channels },
  notice: DueNotice,
  workspace: SendingWorkspace,
): Promise<SendResult> {
  const of = { idempotencyKey: `notice-${notice.id}`, recipient: notice.recipient };
  if (notice.channel === "webhook") return channels.webhook.send(callOf(of, notice, workspace));
  const { sql } = database;
  const { baseUrl } = config();
  const letter = await letterFor(sql, notice, workspace, baseUrl);
  const senders = sendersOf(await readVerifiedSenders(sql, [workspace.id]));
  const { sender } = chooseSender({ config: {} }, workspace, senders, channels.defaultFrom);
  return (workspace.isDemo ? channels.captures.email : channels.email).send({ ...of, sender, ...letter });
}

async function letterFor(
  sql: Database["sql"],
  { kind, content }: DueNotice,
  workspace: SendingWorkspace,
  baseUrl: string,
): Promise<Letter> {
  const { name } = workspace;
  if (kind === "alert") return alertLetter(content, name, baseUrl);
  if (kind === "mention") return mentionLetter(content, name, baseUrl);
  return reportLetter(await readWeek(sql, workspace, String(content.until)), name, baseUrl);
}

function callOf(
  of: Pick<Message, "idempotencyKey" | "recipient">,
  { content }: DueNotice,
  { id, settings }: SendingWorkspace,
): Message {
  const secret = typeof settings.webhookSecret === "string" && settings.webhookSecret ? settings.webhookSecret : null;
  return {
    ...of,
    ...{ sender: "", subject: "", html: "" },
    text: JSON.stringify(alertBody(content, id)),
    request: { method: "POST", headers: { "content-type": "application/json" }, secret },
  };
}

function resultOf(result: SendResult, attempts: number): NoticeResult {
  if (result.status === "sent" || result.status === "captured")
    return { status: result.status, error: null, waitMs: 0 };
  if (result.status !== "failed") return { status: "failed", error: "It cannot be sent here.", waitMs: 0 };
  const isOver = result.permanent || attempts >= TRIES;
  const waitMs = Math.max(result.retryAfterMs ?? 0, Math.min(10 * MINUTE_MS, 10 * SECOND_MS * 3 ** attempts));
  return { status: isOver ? "failed" : "queued", error: result.error, waitMs };
}
