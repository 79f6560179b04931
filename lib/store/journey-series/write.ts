import { shardOf } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** What happened within a quarter of an hour; `at` is its start in ms. */
export type SeriesDelta = {
  readonly journeyId: string;
  readonly at: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly stopped: number;
  readonly failed: number;
};

/** The rows are sorted by key: roll-ups of other shards add to the same rows and would deadlock otherwise. */
export async function addToSeries(sql: Connection, rows: readonly SeriesDelta[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into journey_series as kept (shard, journey_id, at, enrolled, completed, stopped, failed)
    select shard, journey_id, at, enrolled, completed, stopped, failed
    from unnest(
      ${rows.map(({ journeyId }) => shardOf(journeyId))}::smallint[], ${rows.map((row) => row.journeyId)}::uuid[],
      ${rows.map((row) => toSqlTimestamp(row.at))}::text[]::timestamptz[], ${rows.map((row) => row.enrolled)}::bigint[],
      ${rows.map((row) => row.completed)}::bigint[], ${rows.map((row) => row.stopped)}::bigint[],
      ${rows.map((row) => row.failed)}::bigint[]
    ) as added (shard, journey_id, at, enrolled, completed, stopped, failed)
    order by shard, journey_id, at
    on conflict (shard, journey_id, at) do update set
      enrolled = kept.enrolled + excluded.enrolled, completed = kept.completed + excluded.completed,
      stopped = kept.stopped + excluded.stopped, failed = kept.failed + excluded.failed`;
}
