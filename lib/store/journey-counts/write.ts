import { newId } from "#db";
import { addToSeries, type SeriesDelta } from "../journey-series/write.ts";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** Sums the shard's deltas up, and moves what they tell of a time to `journey_series`. */
export async function rollUpJourneyCounts(sql: Connection, shard: number): Promise<void> {
  const series = await sql<SeriesDelta[]>`
    with gone as (delete from journey_counts where shard = ${shard} returning *),
    kept as (
      insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
      select shard, gen_random_uuid(), journey_id, version_id, sum(enrolled), sum(completed), sum(stopped), sum(failed)
      from gone
      group by shard, journey_id, version_id
    )
    select journey_id as "journeyId", floor(date_part('epoch', at) * 1000 + 0.0005) as at,
      sum(enrolled)::float8 as enrolled, sum(completed)::float8 as completed, sum(stopped)::float8 as stopped,
      sum(failed)::float8 as failed
    from gone where at is not null
    group by 1, 2`;
  await addToSeries(sql, series);
}

export type JourneyCount = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  /** The start of the quarter of an hour in ms; `null` for what belongs to no time, such as a change of version. */
  readonly at: number | null;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
};

/** Enrollments by outcome; appended like the node counts (R9). */
export async function insertJourneyCounts(sql: Connection, rows: readonly JourneyCount[]): Promise<void> {
  await sql`
    insert into journey_counts (shard, id, journey_id, version_id, at, enrolled, completed, stopped, failed)
    select * from unnest(
      ${rows.map((row) => row.shard)}::smallint[], ${rows.map((row) => newId(row.shard))}::uuid[],
      ${rows.map((row) => row.journeyId)}::uuid[], ${rows.map((row) => row.versionId)}::uuid[],
      ${rows.map(({ at }) => (at === null ? null : toSqlTimestamp(at)))}::text[]::timestamptz[],
      ${rows.map((row) => row.enrolled)}::bigint[], ${rows.map((row) => row.completed)}::bigint[],
      ${rows.map((row) => row.stopped)}::bigint[], ${rows.map((row) => row.failed)}::bigint[])`;
}
