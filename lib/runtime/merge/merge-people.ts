import { shardOf, type TransactionSql } from "#db";
import { deleteInbox, forwardInbox, readInboxOf, type UnreadSignal } from "#store/inbox";
import { followMerges, readPeople } from "#store/people";
import { lockShard } from "#store/shards";
import type { Owner } from "#store/sql";
import type { Runtime } from "../runtime.ts";
import { joinPeople } from "./join-people.ts";

/**
 * Joins a person to another, when the merge is next in the inbox of the one who goes: both shards locked in ascending
 * order, enrollments moved, of two running ones of a journey the earlier survives, waiting signals forwarded (R39). Asked about the
 * one who is left, it does the same once the other's signals before it is processed.
 */
export async function mergePeople(runtime: Runtime, owner: Owner): Promise<void> {
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
  });
}

/** One row stands in the inbox of the one who goes, `into`, and one in that of the one who is left, `from`. */
const namedIn = (row: UnreadSignal | undefined, side: "into" | "from"): string | null =>
  row?.kind === "merge" && row.payload?.[side] !== undefined ? String(row.payload[side]) : null;

async function lockShards(sql: TransactionSql, shards: readonly number[]): Promise<void> {
  for (const shard of [...new Set(shards)].sort((a, b) => a - b)) await lockShard(sql, shard);
}

/** `inbox` is all that the one who goes still has, the merge first. */
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
  // Became somebody else before the shards were locked: the next look locks theirs.
  if (into?.mergedInto) return;
  await deleteInbox(sql, inbox);
  const joins = from !== undefined && into !== undefined && from.mergedInto === null;
  if (joins) await joinPeople(runtime, sql, from, into);
  await forwardInbox(sql, inbox.slice(1), joins ? target : (from?.mergedInto ?? owner.personId));
}

/** Waits while the other one has signals of before; two that wait for each other, which no order of time tells apart, go on. */
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
  // The other one's signals may be kept for a newer worker (R16): nobody knows for how long.
  const isKeptBack = runtime.configuration.current.unreadable.length > 0;
  if (theirs === undefined || isNext || waitsForUs || isKeptBack) await deleteInbox(sql, [first]);
}

/** The row that joins its person to this one, who may have become so since by a merge of the one whom it names. */
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
