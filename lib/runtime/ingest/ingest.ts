import { type Database, keyShard, type TransactionSql, wakeEngine } from "#db";
import { type Clock, databaseClock, reserveMicros } from "../clock.ts";
import { insertEvents } from "../sql/insert-events.ts";
import { insertInbox } from "../sql/insert-inbox.ts";
import { insertMessageIds, type MessageKey } from "../sql/insert-message-ids.ts";
import { insertPeople } from "../sql/insert-people.ts";
import { readIngestMoment } from "../sql/read-ingest-moment.ts";
import { checkItems } from "./check-items.ts";
import { noteEvents } from "./event-catalog.ts";
import { Identities, type IdentityKey } from "./identities.ts";
import type { IngestItem, IngestResult } from "./item.ts";
import { planRows } from "./plan-rows.ts";

export type IngestOptions = {
  readonly clock?: Clock;
  /** Under a virtual clock: items, in order, count as received at their own timestamps. */
  readonly backdate?: boolean;
};

const TRIES = 8;
const LOST_RACE = Symbol("another batch took an identity first");

/**
 * Takes in what clients report, in one transaction, and answers per item in order once it is committed. Throws
 * `IngestProblem` naming item and field, before anything is written, for what cannot be stored.
 */
export async function ingest(
  database: Database,
  items: readonly IngestItem[],
  options: IngestOptions = {},
): Promise<IngestResult[]> {
  if (items.length === 0) return [];
  checkItems(items);
  return await ingestFrom(database, () => items, options);
}

/** The same for checked items that are read, and done with, in the very transaction that stores them. */
export async function ingestFrom(
  database: Database,
  read: (sql: TransactionSql) => Promise<readonly IngestItem[]> | readonly IngestItem[],
  options: IngestOptions = {},
): Promise<IngestResult[]> {
  const clock = options.clock ?? databaseClock;
  for (let tried = 1; ; tried++) {
    try {
      const done = await database.sql.begin(async (sql) => {
        const items = await read(sql);
        return items.length === 0 ? NOTHING : await writeItems(sql, items, clock, options.backdate ?? false);
      });
      noteEvents(database, done.names);
      if (done.mail > 0) wakeEngine();
      return done.results;
    } catch (error) {
      if (tried >= TRIES || !mayTryAgain(error)) throw error;
    }
  }
}

type Done = { results: IngestResult[]; names: { workspaceId: string; name: string }[]; mail: number };

const NOTHING: Done = { results: [], names: [], mail: 0 };

async function writeItems(
  sql: TransactionSql,
  items: readonly IngestItem[],
  clock: Clock,
  backdate: boolean,
): Promise<Done> {
  const identities = new Identities();
  const virtual = clock.kind === "virtual" ? clock : null;
  const now = virtual?.at.toISOString() ?? null;
  const [fresh, , moment] = await Promise.all([
    newMessages(sql, items, now),
    identities.load(sql, items.flatMap(keysOf)),
    virtual ? virtual.at.getTime() * 1_000 + reserveMicros(virtual, items.length * 4) : readIngestMoment(sql),
  ]);
  const accepted = items.filter((_, index) => fresh.has(index));
  const rows = planRows(identities, accepted, backdate && virtual ? 0 : moment);
  if (!(await identities.store(sql))) throw LOST_RACE;
  const [, , mail] = await Promise.all([
    rows.people.length > 0 ? insertPeople(sql, rows.people, now) : undefined,
    rows.events.length > 0 ? insertEvents(sql, rows.events) : undefined,
    rows.mail.length > 0 ? insertInbox(sql, rows.mail) : 0,
  ]);
  let next = 0;
  const results = items.map((item, index): IngestResult => {
    if (fresh.has(index)) return { status: "accepted", personId: rows.ids[next++] ?? null };
    const found = keysOf(item).flatMap((key) => identities.find(key)?.personId ?? []);
    return { status: "duplicate", personId: found[0] ?? null };
  });
  return { results, names: rows.events, mail };
}

function keysOf({ workspaceId, type, userId, anonymousId, previousId }: IngestItem): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (userId) keys.push({ workspaceId, kind: "external", value: userId });
  if (anonymousId) keys.push({ workspaceId, kind: "anonymous", value: anonymousId });
  if (type === "alias" && previousId) {
    keys.push(
      { workspaceId, kind: "anonymous", value: previousId },
      { workspaceId, kind: "external", value: previousId },
    );
  }
  return keys;
}

/** Places of the items that are not repeats: neither of something stored nor of an earlier item of the same batch. */
async function newMessages(
  sql: TransactionSql,
  items: readonly IngestItem[],
  now: string | null,
): Promise<Set<number>> {
  const first = new Map<string, { key: MessageKey; index: number }>();
  const fresh = new Set<number>();
  for (const [index, { workspaceId, messageId }] of items.entries()) {
    if (!messageId) {
      fresh.add(index);
      continue;
    }
    const name = `${workspaceId} ${messageId}`;
    if (!first.has(name)) first.set(name, { key: { shard: keyShard(name), workspaceId, messageId }, index });
  }
  if (first.size === 0) return fresh;
  const sorted = [...first].sort(([left, a], [right, b]) => a.key.shard - b.key.shard || (left < right ? -1 : 1));
  const keys = sorted.map(([, { key }]) => key);
  for (const { workspaceId, messageId } of await insertMessageIds(sql, keys, now)) {
    const found = first.get(`${workspaceId} ${messageId}`);
    if (found) fresh.add(found.index);
  }
  return fresh;
}

/** A lost race, a deadlock, a serialization failure or a partition attached meanwhile says nothing against the items. */
function mayTryAgain(error: unknown): boolean {
  if (error === LOST_RACE) return true;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return code === "40P01" || code === "40001" || code === "23514";
}
