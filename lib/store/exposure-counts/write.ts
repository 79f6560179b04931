import { newId } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

export type ExposureCount = {
  readonly shard: number;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly arm: string;
  /** '' for rows that count exposures, which have no goal. */
  readonly goalRevision: string;
  readonly people: number;
  readonly converted: number;
};

/** People on the arms of splits and their goals; appended like the node counts (R9, R54). */
export async function insertExposureCounts(sql: Connection, given: readonly ExposureCount[]): Promise<void> {
  const rows = sum(given);
  if (rows.length === 0) return;
  await sql`
    insert into exposure_counts (shard, id, journey_id, node_id, arm, goal_revision, people, converted)
    select * from unnest(
      ${plain(rows.map((row) => row.shard))}::smallint[], ${plain(rows.map((row) => newId(row.shard)))}::uuid[],
      ${plain(rows.map((row) => row.journeyId))}::uuid[], ${plain(rows.map((row) => row.nodeId))}::uuid[],
      ${rows.map((row) => row.arm)}::text[], ${rows.map((row) => row.goalRevision)}::text[],
      ${plain(rows.map((row) => row.people))}::bigint[], ${plain(rows.map((row) => row.converted))}::bigint[])`;
}

function sum(rows: readonly ExposureCount[]): ExposureCount[] {
  const sums = new Map<string, ExposureCount>();
  for (const row of rows) {
    const key = `${row.shard} ${row.journeyId} ${row.nodeId} ${row.arm} ${row.goalRevision}`;
    const { people, converted } = sums.get(key) ?? { people: 0, converted: 0 };
    sums.set(key, { ...row, people: row.people + people, converted: row.converted + converted });
  }
  return [...sums.values()].filter(({ people, converted }) => people !== 0 || converted !== 0);
}

export async function rollUpExposureCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from exposure_counts where shard = ${shard} returning *)
    insert into exposure_counts (shard, id, journey_id, node_id, arm, goal_revision, people, converted)
    select shard, gen_random_uuid(), journey_id, node_id, arm, goal_revision, sum(people), sum(converted)
    from gone
    group by shard, journey_id, node_id, arm, goal_revision`;
}
