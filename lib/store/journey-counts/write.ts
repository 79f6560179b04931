import { newId } from "#db";
import type { Connection } from "../sql/connection.ts";

export async function rollUpJourneyCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from journey_counts where shard = ${shard} returning *)
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
    select shard, gen_random_uuid(), journey_id, version_id, sum(enrolled), sum(completed), sum(stopped), sum(failed)
    from gone
    group by shard, journey_id, version_id`;
}

export type JourneyCount = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
};

/** Enrollments by outcome; appended like the node counts (R9). */
export async function insertJourneyCounts(sql: Connection, rows: readonly JourneyCount[]): Promise<void> {
  await sql`
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
    select * from unnest(
      ${rows.map((row) => row.shard)}::smallint[], ${rows.map((row) => newId(row.shard))}::uuid[],
      ${rows.map((row) => row.journeyId)}::uuid[], ${rows.map((row) => row.versionId)}::uuid[],
      ${rows.map((row) => row.enrolled)}::bigint[], ${rows.map((row) => row.completed)}::bigint[],
      ${rows.map((row) => row.stopped)}::bigint[], ${rows.map((row) => row.failed)}::bigint[])`;
}
