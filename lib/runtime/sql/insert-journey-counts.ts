import { newId } from "#db";
import type { Connection } from "./connection.ts";

export type JourneyCount = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
};

/** Enrollments by outcome, appended like the node counts (R9). */
export async function insertJourneyCounts(sql: Connection, rows: readonly JourneyCount[]): Promise<void> {
  await sql`
    insert into journey_counts (shard, id, journey_id, version_id, enrolled, completed, stopped, failed)
    select * from unnest(
      ${rows.map((row) => row.shard)}::smallint[], ${rows.map((row) => newId(row.shard))}::uuid[],
      ${rows.map((row) => row.journeyId)}::uuid[], ${rows.map((row) => row.versionId)}::uuid[],
      ${rows.map((row) => row.enrolled)}::bigint[], ${rows.map((row) => row.completed)}::bigint[],
      ${rows.map((row) => row.stopped)}::bigint[], ${rows.map((row) => row.failed)}::bigint[])`;
}
