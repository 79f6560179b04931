import { renameSender } from "#addresses";
import { type Channels, processChannels, type SendResult } from "#channels";
import type { Database } from "#db";
import { readVerifiedSenders } from "#store/sender-identities";
import { claimDueTests, type DueTest, noteTestResult, type TestResult } from "#store/test-sends";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";
import { MINUTE_MS, SECOND_MS } from "#times";
import { chooseSender, type Senders, sendersOf } from "../outbox/choose-sender.ts";

const AT_ONCE = 20;
const TRIES = 4;

type TestSender = { readonly database: Database; readonly channels?: Channels | undefined };

/** Sends due test mails by the channel and from the sender that their messages would have. Returns how many there were. */
export async function sendTests({ database, channels = processChannels() }: TestSender): Promise<number> {
  const due = await claimDueTests(database.sql, AT_ONCE);
  if (due.length === 0) return 0;
  const ids = [...new Set(due.map(({ workspaceId }) => workspaceId))];
  const workspaces = new Map((await readWorkspaces(database.sql, ids)).map((row) => [row.id, row]));
  const senders = sendersOf(await readVerifiedSenders(database.sql, ids));
  for (const test of due)
    await noteTestResult(
      database.sql,
      test.id,
      await sendOne(test, workspaces.get(test.workspaceId), senders, channels),
    );
  return due.length;
}

async function sendOne(
  { id, recipient, subject, letter, attempts }: DueTest,
  workspace: SendingWorkspace | undefined,
  senders: Senders,
  channels: Channels,
): Promise<TestResult> {
  if (!workspace || !letter) return { status: "failed", sender: "", error: "There is nothing to send.", waitMs: 0 };
  const step = { config: { fromIdentityEmail: letter.identity } };
  const sender = renameSender(chooseSender(step, workspace, senders, channels.defaultFrom).sender, letter.fromName);
  const channel = workspace.isDemo ? channels.captures.email : channels.email;
  const result = await channel.send({
    // The same at every attempt, and never that of a delivery.
    idempotencyKey: `test-${id}`,
    recipient,
    sender,
    subject,
    html: letter.html,
    text: letter.text,
    ...(letter.replyTo === "" ? {} : { replyTo: letter.replyTo }),
  });
  return { sender, ...resultOf(result, attempts) };
}

function resultOf(result: SendResult, attempts: number): Omit<TestResult, "sender"> {
  if (result.status === "sent" || result.status === "captured")
    return { status: result.status, error: null, waitMs: 0 };
  if (result.status !== "failed") return { status: "failed", error: "Email cannot be sent here.", waitMs: 0 };
  const isOver = result.permanent || attempts >= TRIES;
  const waitMs = Math.max(result.retryAfterMs ?? 0, Math.min(MINUTE_MS, 5 * SECOND_MS * 2 ** attempts));
  return { status: isOver ? "failed" : "queued", error: result.error, waitMs };
}
