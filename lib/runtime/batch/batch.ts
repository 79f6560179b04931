import type { UnreadSignal } from "#store/inbox";
import type { DuePositionRow, PositionRow } from "#store/positions";
import type { Owner } from "#store/sql";

/** An enrollment whose timer is due. */
export type DueRow = DuePositionRow & { readonly wakeAt: number };

/** One person's share of a batch: their unread signals and their due enrollments. */
export type PersonWork = {
  readonly owner: Owner;
  readonly inbox: UnreadSignal[];
  readonly due: DueRow[];
  /**
   * Time of the shard's first unread row. Timers at or after it wait, so that signals and timers fire in time order
   * (R19).
   */
  readonly horizon: number | null;
};

/** Everything read under the locks, grouped by person, in the order of the inboxes. */
export type Batch = {
  readonly now: number;
  readonly shards: readonly number[];
  readonly people: ReadonlyMap<string, PersonWork>;
  /** All running enrollments of the people who have a due one. */
  readonly enrollments: ReadonlyMap<string, readonly PositionRow[]>;
  /** Shards that were read to the end. */
  readonly drained: readonly number[];
};

/** Groups the rows that were read by person, and determines where the reading of each shard ended. */
export function gatherBatch(
  now: number,
  shards: readonly number[],
  inbox: readonly UnreadSignal[],
  enrollments: readonly DuePositionRow[],
  quota: { readonly signals: number; readonly timers: number },
): Batch {
  const people = new Map<string, PersonWork>();
  const horizons = new Map<number, number>();
  const read = new Map<number, number>();
  const accepted: UnreadSignal[] = [];
  for (const row of inbox) {
    if (horizons.has(row.shard)) continue;
    const count = (read.get(row.shard) ?? 0) + 1;
    if (count > quota.signals || row.payload === null) horizons.set(row.shard, row.at);
    else accepted.push(row);
    read.set(row.shard, count);
  }
  const workOf = (row: UnreadSignal | DueRow): PersonWork => {
    let work = people.get(row.personId);
    if (!work) {
      const owner = { shard: row.shard, workspaceId: row.workspaceId, personId: row.personId };
      work = { owner, inbox: [], due: [], horizon: horizons.get(row.shard) ?? null };
      people.set(row.personId, work);
    }
    return work;
  };
  for (const row of accepted) workOf(row).inbox.push(row);
  const due = enrollments.filter(isDue);
  const dueOf = Map.groupBy(due, (row) => row.shard);
  for (const row of due) {
    const horizon = horizons.get(row.shard);
    if (horizon === undefined || row.wakeAt < horizon) workOf(row).due.push(row);
  }
  const drained = shards.filter((shard) => !horizons.has(shard) && (dueOf.get(shard)?.length ?? 0) < quota.timers);
  return { now, shards, people, enrollments: Map.groupBy(enrollments, (row) => row.personId), drained };
}

const isDue = (row: DuePositionRow): row is DueRow => row.isDue;
