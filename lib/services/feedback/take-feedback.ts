import { createHash } from "node:crypto";
import { processChannels } from "#channels";
import { ANY } from "#consent";
import { type Database, keyShard, type TransactionSql, wakeEngine } from "#db";
import type { RawCall, Report, ReportKind } from "#feedback";
import { type Context, forbidden } from "#services";
import { type MessageEventKind, type NewMessageEvent, recordMessageEvents } from "#store/message-events";
import { insertMessageIds } from "#store/message-ids";
import { setSubscriptions } from "#store/subscriptions";
import { findSource } from "./find-source.ts";
import { noteAddress, noteWish } from "./note-address.ts";
import { type Heard, readCall } from "./read-call.ts";
import type { OutgoingFetch } from "./read-ses-call.ts";
import { type Resolved, resolveReports } from "./resolve-reports.ts";
import type { FeedbackSource } from "./sources.ts";

export type FeedbackCall = RawCall & { readonly source: FeedbackSource; readonly token: string };

/** For how many days a repeated report is recognised. */
const DEDUPE_DAYS = 30;

/**
 * Takes the call of a provider: its signature is checked over the raw bytes first, then everything it says is stored in
 * one transaction. A repeated report counts once. Returns how many reports were new.
 */
export async function takeFeedback(
  database: Database,
  call: FeedbackCall,
  fetchText: OutgoingFetch = processChannels().providers.fetchText,
): Promise<number> {
  const source = await findSource(database, call.source, call.token);
  const { id, workspaceId } = source.row;
  const heard = await readCall(source, call, fetchText);
  if (typeof heard === "string") throw forbidden(heard);
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id, role: "editor" } };
  const resolved = await resolveReports(ctx, heard.reports);
  const taken = await database.sql.begin(async (sql) => {
    if (!(await isGenuineToken(sql, ctx, heard))) throw forbidden("This token was already used with another body.");
    if (heard.wish) await noteWish(sql, ctx, heard.wish);
    return await store(sql, ctx, call.source, resolved);
  });
  if (taken > 0) wakeEngine();
  return taken;
}

async function store(
  sql: TransactionSql,
  ctx: Context,
  source: FeedbackSource,
  resolved: readonly Resolved[],
): Promise<number> {
  const fresh = new Set(
    await firstOf(
      sql,
      ctx,
      resolved.map(({ report }) => report),
    ),
  );
  const news = resolved.filter(({ report }) => fresh.has(report));
  for (const one of news) await noteAddress(sql, ctx, source, one);
  await setSubscriptions(
    sql,
    news.flatMap((one) => leavingOf(ctx, source, one)),
  );
  await recordMessageEvents(
    sql,
    news.flatMap((one) => eventOf(ctx, one)),
  );
  return news.length;
}

/** The reports that did not come before. Keys are hashed, as providers may put addresses into them. */
async function firstOf(sql: TransactionSql, { workspaceId }: Context, reports: readonly Report[]): Promise<Report[]> {
  const byKey = new Map(reports.map((report) => [keyOf(workspaceId, report.key).messageId, report]));
  const keys = [...byKey.keys()].map((messageId) => ({
    shard: keyShard(`${workspaceId} ${messageId}`),
    workspaceId,
    messageId,
  }));
  const fresh = keys.length === 0 ? [] : await insertMessageIds(sql, keys, null, DEDUPE_DAYS);
  return fresh.flatMap(({ messageId }) => byKey.get(messageId) ?? []);
}

function keyOf(workspaceId: string, text: string) {
  const messageId = `feedback ${createHash("sha256").update(text).digest("hex")}`;
  return { shard: keyShard(`${workspaceId} ${messageId}`), workspaceId, messageId };
}

/** A token that was seen before is only genuine with the body it came with. */
async function isGenuineToken(sql: TransactionSql, { workspaceId }: Context, { once }: Heard): Promise<boolean> {
  if (once === null) return true;
  const [token, body] = [keyOf(workspaceId, once.token), keyOf(workspaceId, `${once.token} ${once.body}`)];
  const fresh = (await insertMessageIds(sql, [token, body], null, DEDUPE_DAYS)).map(({ messageId }) => messageId);
  return fresh.includes(token.messageId) || !fresh.includes(body.messageId);
}

/** People who unsubscribed at the provider get no marketing over this channel from us either. */
function leavingOf({ workspaceId }: Context, source: FeedbackSource, { report, message }: Resolved) {
  if (report.kind !== "unsubscribed" || message === null) return [];
  const { personId } = message;
  return [
    {
      workspaceId,
      personId,
      topic: ANY,
      channel: "email",
      state: "unsubscribed" as const,
      source: `provider:${source}`,
    },
  ];
}

const KINDS: Readonly<Record<ReportKind, MessageEventKind>> = {
  delivered: "delivered",
  delayed: "delayed",
  opened: "opened",
  machine_opened: "machine_opened",
  clicked: "clicked",
  hard_bounce: "bounced",
  soft_bounce: "bounced",
  complained: "complained",
  unsubscribed: "unsubscribed",
  rejected: "rejected",
};

function eventOf({ workspaceId }: Context, { report, message }: Resolved): NewMessageEvent[] {
  if (message === null) return [];
  const { kind, at, key, detail } = report;
  const bounce = kind === "hard_bounce" ? { bounce: "hard" } : kind === "soft_bounce" ? { bounce: "soft" } : {};
  return [
    {
      workspaceId,
      deliveryId: message.id,
      kind: KINDS[kind],
      at: at ?? Date.now(),
      key,
      detail: { ...bounce, ...detail },
    },
  ];
}
