import type { Connection } from "../sql/connection.ts";

/** Somebody who waits at a node, since when (epoch ms). */
export type WaitingRow = {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly at: number;
  readonly versionId: string;
};

/**
 * People who stand on a node with their times of arrival, some of each shard, and the database's time: with up to
 * `each` people in every shard these are all.
 */
export async function readWaiting(
  sql: Connection,
  journey: { readonly id: string; readonly epoch: number },
  nodeId: string,
  each: number,
): Promise<{ readonly now: number; readonly rows: WaitingRow[]; readonly isAll: boolean }> {
  const [found, [clock]] = await Promise.all([
    sql<(WaitingRow & { shard: number })[]>`
      select s.shard, p.enrollment_id as "enrollmentId", p.person_id as "personId", p.version_id as "versionId",
        (p.state ->> 'at')::float8 as at
      from shards as s
      cross join lateral (
        select enrollment_id, person_id, version_id, state from positions
        where positions.shard = s.shard and journey_id = ${journey.id} and node_id = ${nodeId} and epoch >= ${journey.epoch}
        limit ${each}
      ) p`,
    sql<{ now: number }[]>`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  ]);
  const full = [...Map.groupBy(found, ({ shard }) => shard).values()].some((rows) => rows.length >= each);
  const rows = found.map(({ shard: _, ...row }) => row);
  return { now: clock?.now ?? 0, rows, isAll: !full };
}
