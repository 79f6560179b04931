import { announceAdvanced, shardOf, type TransactionSql } from "#db";
import { deleteInbox, forwardInbox, readInboxOf, type UnreadSignal } from "#store/inbox";
import { followMerges, readPeople } from "#store/people";
import { lockShard } from "#store/shards";
import type { Owner } from "#store/sql";
import type { Runtime } from "../runtime.ts";
import { joinPeople } from "./join-people.ts";

/**
 * Merges a person into another, if the merge is next in the merged person's inbox. Locks both shards in ascending
 * order, moves the enrollments (of two running ones of a journey the earlier survives) and forwards waiting signals
 * (R39). Called for the survivor, it does the same once the merged person's earlier signals are processed.
 */
export async function mergePeople(runtime: Runtime, owner: Owner): Promise<void> {
  const people: string[] = [];
  await runtime.database.sql.begin(async (sql) => {
    const expected = (await readInboxOf(sql, owner)).find(({ kind }) => kind === "merge");
    const named = namedIn(expected, "into") ?? namedIn(expected, "from");
    if (named === null) return;
    const other = await followMerges(sql, named);
    await lockShards(sql, [owner.shard, ...(other === null ? [] : [shardOf(other)])]);
    const inbox = await readInboxOf(sql, owner);
    const [first] = inbox;
    if (first === undefined || first.id !== expected?.id) return;
    if (other === null || other === owner.personId) await deleteInbox(sql, [first]);
    else if (namedIn(first, "into") !== null) await mergeInto(runtime, sql, owner, other, inbox);
    else await mergeFrom(runtime, sql, owner, other, first);
    people.push(owner.personId, ...(other === null ? [] : [other]));
  });
  announceAdvanced(people);
}

/** A merge writes two rows: one with `into` in the merged person's inbox, one with `from` in the survivor's. */
const namedIn = (row: UnreadSignal | undefined, side: "into" | "from"): string | null =>
  row?.kind === "merge" && row.payload?.[side] !== undefined ? String(row.payload[side]) : null;

async function lockShards(sql: TransactionSql, shards: readonly number[]): Promise<void> {
  for (const shard of [...new Set(shards)].sort((a, b) => a - b)) await lockShard(sql, shard);
}

/** `inbox` holds all remaining signals of the merged person, the merge first. */
async function mergeInto(
  runtime: Runtime,
  sql: TransactionSql,
  owner: Owner,
  target: string,
  inbox: readonly UnreadSignal[],
): Promise<void> {
  const people = await readPeople(sql, [owner.shard, shardOf(target)], [owner.personId, target]);
  const from = people.find((person) => person.id === owner.personId);
  const into = people.find((person) => person.id === target);
  // The target was merged into somebody else before the shards were locked; the next batch locks that person's shard.
  if (into?.mergedInto) return;
  await deleteInbox(sql, inbox);
  const joins = from !== undefined && into !== undefined && from.mergedInto === null;
  if (joins) await joinPeople(runtime, sql, from, into);
  await forwardInbox(sql, inbox.slice(1), joins ? target : (from?.mergedInto ?? owner.personId));
}

/**
 * Waits while the other person has earlier signals. If two people wait for each other, which happens when their times
 * are equal, neither waits.
 */
async function mergeFrom(
  runtime: Runtime,
  sql: TransactionSql,
  owner: Owner,
  from: string,
  first: UnreadSignal,
): Promise<void> {
  const other: Owner = { shard: shardOf(from), workspaceId: owner.workspaceId, personId: from };
  const inbox = await readInboxOf(sql, other);
  const [next] = inbox;
  const theirs = await findMergeInto(sql, inbox, owner.personId);
  const isNext = theirs !== undefined && next?.id === theirs.id;
  if (isNext) await mergeInto(runtime, sql, other, owner.personId, inbox);
  const waited = namedIn(next, "from");
  const waitsForUs = waited !== null && (await followMerges(sql, waited)) === owner.personId;
  // The other person's signals may be kept for a newer worker for an unknown time (R16), so this person does not wait
  // for them.
  const isKeptBack = runtime.configuration.current.unreadable.length > 0;
  if (theirs === undefined || isNext || waitsForUs || isKeptBack) await deleteInbox(sql, [first]);
}

/** The row that merges its person into this one. The named person may have been merged into this one only later. */
async function findMergeInto(
  sql: TransactionSql,
  inbox: readonly UnreadSignal[],
  personId: string,
): Promise<UnreadSignal | undefined> {
  for (const row of inbox) {
    const named = namedIn(row, "into");
    if (named !== null && (await followMerges(sql, named)) === personId) return row;
  }
  return undefined;
}
