import { type Database, newId, SHARD_COUNT } from "#db";
import type { HistoryRow, Position } from "#engine";
import { insertHistory, type PackedHop, unpackHops } from "#store/history";
import { deleteInbox } from "#store/inbox";
import { insertNodeCounts } from "#store/node-counts";
import { updatePositions } from "#store/positions";
import { claimShards } from "#store/shards";
import { isCopied, type Owned, sendInOrder } from "#store/sql";

type UnreadSignal = Parameters<typeof deleteInbox>[1][number];
type Work = { enrollments: Owned<Position>[]; history: Owned<HistoryRow>[]; inbox: UnreadSignal[] };

const BATCH = 1_000;
const SHARDS = 4;

/**
 * The rows that a round of the engine has just written, by shard, but due a millisecond later: writing the same times
 * again would not touch the indexes, unlike a real transition.
 */
export async function readWork(database: Database, now: number): Promise<Map<number, Work>> {
  const rows = await database.sql<
    (Position & { shard: number; personId: string; workspaceId: string; hops: PackedHop[] })[]
  >`
    select positions.shard, positions.person_id as "personId", positions.workspace_id as "workspaceId",
      positions.enrollment_id as "enrollmentId", positions.journey_id as "journeyId", positions.version_id as "versionId",
      instance_key as "instanceKey", epoch, 0 as "enrolledAt", seq, node_id as "nodeId",
      floor(extract(epoch from wake_at) * 1000)::float8 + 1 as "wakeAt", state, last.hops
    from positions
    cross join lateral (
      select hops from history
      where history.shard = positions.shard and history.enrollment_id = positions.enrollment_id
      order by at desc limit 1) last`;
  const work = new Map<number, Work>();
  for (const { shard, personId, workspaceId, hops, ...enrollment } of rows) {
    const of = work.get(shard) ?? { enrollments: [], history: [], inbox: [] };
    work.set(shard, of);
    const owner = { shard, personId, workspaceId };
    const { enrollmentId, journeyId, versionId } = enrollment;
    const row = {
      id: newId(shard),
      enrollmentId,
      journeyId,
      versionId,
      signalId: null,
      signalKind: "timer",
      at: now,
      hops: unpackHops(hops),
      seq: 1,
    };
    of.enrollments.push({ owner, row: enrollment });
    of.history.push({ owner, row });
  }
  return work;
}

/** Makes the floor delete the inbox rows too, as every reader must. */
export async function addSignals(database: Database, work: Map<number, Work>): Promise<void> {
  const rows = await database.sql<
    UnreadSignal[]
  >`select shard, round(date_part('epoch', received_at) * 1000000) as "receivedAt", id from inbox order by shard, received_at`;
  for (const row of rows) work.get(row.shard)?.inbox.push(row);
}

/** The same statements on the same rows in batches of the same size, from memory, without reading and without steps. */
export async function writeFloor(database: Database, work: Map<number, Work>, workers: number): Promise<void> {
  const groups = Array.from({ length: SHARD_COUNT / SHARDS }, (_, group) =>
    Array.from({ length: SHARDS }, (_, index) => group * SHARDS + index),
  );
  const next = async (): Promise<void> => {
    for (let shards = groups.pop(); shards; shards = groups.pop()) await writeGroup(database, work, shards);
  };
  await Promise.all(Array.from({ length: workers }, next));
}

async function writeGroup(database: Database, work: Map<number, Work>, shards: number[]): Promise<void> {
  const enrollments = shards.flatMap((shard) => work.get(shard)?.enrollments ?? []);
  const history = shards.flatMap((shard) => work.get(shard)?.history ?? []);
  const inbox = shards.flatMap((shard) => work.get(shard)?.inbox ?? []);
  for (let from = 0; from < enrollments.length; from += BATCH) {
    await database.sql.begin(async (sql) => {
      await claimShards(sql, shards, 0, SHARDS);
      const moved = enrollments.slice(from, from + BATCH);
      const counts = [...new Set(moved.map(({ owner }) => owner.shard))].flatMap((shard) =>
        [0, 1, 2, 3].map(() => countsOf(shard, moved[0]?.row)),
      );
      const rows = history.slice(from, from + BATCH);
      await sendInOrder([
        { run: () => updatePositions(sql, moved, 0), isAlone: false },
        { run: () => insertHistory(sql, rows, Date.now()), isAlone: isCopied(rows.length) },
        { run: () => insertNodeCounts(sql, counts), isAlone: false },
        {
          run: () => (inbox.length > 0 ? deleteInbox(sql, inbox.slice(from, from + BATCH)) : undefined),
          isAlone: false,
        },
      ]);
    });
  }
}

function countsOf(shard: number, enrollment: Position | undefined) {
  const { journeyId = newId(), versionId = newId(), nodeId: elementId = newId() } = enrollment ?? {};
  return { shard, journeyId, versionId, elementId, entered: 1, advanced: 1, exited: 0, failed: 0, converted: 0 };
}
