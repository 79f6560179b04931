import { type Database, errorCode, isCluster, type TransactionSql, wakeEngine } from "#db";
import { type NewEvent, readIngestMoment } from "#store/events";
import { isCopied } from "#store/sql";
import { inSpan } from "#traces";
import { isOutdated } from "../batch/refusal.ts";
import { type Clock, databaseClock, reserveMicros } from "../clock.ts";
import { checkItems } from "./check-items.ts";
import { checkTraitSizes, type TraitChange } from "./check-trait-sizes.ts";
import { noteEvents } from "./event-catalog.ts";
import { Identities, type IdentityKey } from "./identities.ts";
import { isAboutItems } from "./is-about-items.ts";
import type { IngestItem, IngestResult } from "./item.ts";
import { traitsOf } from "./name-event.ts";
import { storeNewMessages } from "./new-messages.ts";
import { planRows } from "./plan-rows.ts";
import { noteProperties } from "./property-catalog.ts";
import { writeRows } from "./write-rows.ts";

export type IngestOptions = {
  readonly clock?: Clock;
  /** With a virtual clock: items, in order, count as received at their own timestamps. */
  readonly backdate?: boolean;
};

const TRIES = 8;
const LOST_RACE = Symbol("another batch took an identity first");

/**
 * Stores what clients report in one transaction, and returns one result per item, in order, once it is committed. For
 * an item that cannot be stored it throws `IngestProblem` with the item and the field, before anything is written.
 */
export async function ingest(
  database: Database,
  items: readonly IngestItem[],
  options: IngestOptions = {},
): Promise<IngestResult[]> {
  if (items.length === 0) return [];
  checkItems(items);
  const attributes = { "sojourn.messages": items.length };
  return await inSpan("ingest", { attributes }, () => ingestFrom(database, () => items, options));
}

/** The same for checked items that are read and consumed in the transaction that stores them. */
export async function ingestFrom(
  database: Database,
  read: (sql: TransactionSql) => Promise<readonly IngestItem[]> | readonly IngestItem[],
  options: IngestOptions = {},
): Promise<IngestResult[]> {
  return await commit(database, async (sql, way) => {
    const items = await read(sql);
    return items.length === 0 ? NOTHING : await writeItems(sql, items, { ...options, way });
  });
}

/** Result of one item: stored, or refused with the error of the attempt to store it. */
export type Stored = IngestResult | { readonly status: "refused"; readonly error: unknown };

/**
 * Stores what can be stored of items that were refused together, by trying halves until only the faulty items are left
 * out. All of it is one transaction: if the database goes away in between, nothing is stored, so a client that sends
 * everything again creates no duplicates.
 */
export async function ingestApart(database: Database, items: readonly IngestItem[]): Promise<Stored[]> {
  return await commit(database, (sql, way) => storePart(sql, items, way === "copy" ? "insert" : way));
}

async function storePart(sql: TransactionSql, items: readonly IngestItem[], way: Way): Promise<Done<Stored>> {
  try {
    checkItems(items);
    return await sql.savepoint((tx) => writeItems(tx, items, { way }));
  } catch (error) {
    if (!isAboutItems(error)) throw error;
    if (items.length < 2) return { ...NOTHING, results: items.map(() => ({ status: "refused", error })) };
    const middle = items.length >> 1;
    const first = await storePart(sql, items.slice(0, middle), way);
    const second = await storePart(sql, items.slice(middle), way);
    return {
      results: [...first.results, ...second.results],
      names: [...first.names, ...second.names],
      changes: [...first.changes, ...second.changes],
      inbox: first.inbox + second.inbox,
    };
  }
}

/** How events and signals are written: `copy`, if they are many; `insert`; or `cluster`, inserted as a cluster takes it. */
type Way = "copy" | "insert" | "cluster";

/** Runs `write` in a transaction, repeats it after a lost race, and announces the new signals once it is committed. */
async function commit<Result>(
  database: Database,
  write: (sql: TransactionSql, way: Way) => Promise<Done<Result>>,
): Promise<Result[]> {
  const cluster = await isCluster(database);
  for (let tried = 1; ; tried++) {
    const way = cluster ? "cluster" : "copy";
    try {
      // The result is wrapped in an array, because the driver's type for a bare result unwraps promises inside it.
      const [done] = await database.sql.begin(async (sql): Promise<[Done<Result>]> => [await write(sql, way)]);
      noteEvents(database, done.names);
      noteProperties(database, done.names, done.changes);
      if (done.inbox > 0) wakeEngine();
      return done.results;
    } catch (error) {
      if (tried >= TRIES || !mayTryAgain(error)) throw error;
    }
  }
}

type Done<Result> = { results: Result[]; names: readonly NewEvent[]; changes: readonly TraitChange[]; inbox: number };

const NOTHING: Done<never> = { results: [], names: [], changes: [], inbox: 0 };

async function writeItems(
  sql: TransactionSql,
  items: readonly IngestItem[],
  { clock = databaseClock, backdate = false, way }: IngestOptions & { readonly way: Way },
): Promise<Done<IngestResult>> {
  const identities = new Identities();
  const virtual = clock.kind === "virtual" ? clock : null;
  const now = virtual?.at.toISOString() ?? null;
  const copies = way === "copy" && isCopied(items.length);
  const [fresh, , micros] = await Promise.all([
    storeNewMessages(sql, items, now, way === "cluster"),
    identities.load(sql, items.flatMap(keysOf)),
    virtual ? virtual.at.getTime() * 1_000 + reserveMicros(virtual, items.length * 4) : readIngestMoment(sql),
  ]);
  const accepted = items.filter((_, index) => fresh.has(index));
  const changes = items.flatMap((item, index) => (fresh.has(index) ? traitChange(identities, item, index) : []));
  if (changes.length > 0) await checkTraitSizes(sql, changes);
  const rows = planRows(identities, accepted, backdate && virtual ? 0 : micros);
  if (!(await identities.store(sql))) throw LOST_RACE;
  const inbox = await writeRows(sql, rows, now, copies);
  let next = 0;
  const results = items.map((item, index): IngestResult => {
    if (fresh.has(index)) return { status: "accepted", personId: rows.ids[next++] ?? null };
    const found = keysOf(item).flatMap((key) => identities.find(key)?.personId ?? []);
    return { status: "duplicate", personId: found[0] ?? null };
  });
  return { results, names: rows.events, changes, inbox };
}

function traitChange(identities: Identities, item: IngestItem, index: number): TraitChange[] {
  const traits = traitsOf(item);
  if (traits === null || Object.keys(traits).length === 0) return [];
  const [owner] = keysOf(item).flatMap((key) => identities.find(key) ?? []);
  const key = `${item.workspaceId} ${item.userId ?? item.anonymousId}`;
  return [{ index, item, traits, key, personId: owner?.personId ?? null }];
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

const NOT_OF_ITEMS: ReadonlySet<string> = new Set([
  "40P01", // A deadlock.
  "40001", // A serialization failure.
]);

/** A lost race, one of these failures or a partition attached meanwhile is not caused by the items. */
function mayTryAgain(error: unknown): boolean {
  return error === LOST_RACE || NOT_OF_ITEMS.has(errorCode(error)) || isOutdated(error);
}
