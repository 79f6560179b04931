import { newId } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

export async function rollUpGoalCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from goal_counts where shard = ${shard} returning *)
    insert into goal_counts (shard, id, journey_id, version_id, goal_revision, converted, value)
    select shard, gen_random_uuid(), journey_id, version_id, goal_revision, sum(converted), sum(value)
    from gone
    group by shard, journey_id, version_id, goal_revision`;
}

export type GoalCount = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  readonly goalRevision: string;
  readonly converted: number;
  /** What the conversions are worth together. */
  readonly value: number;
};

/** Goals reached; appended like the node counts (R9). */
export async function insertGoalCounts(sql: Connection, rows: readonly GoalCount[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into goal_counts (shard, id, journey_id, version_id, goal_revision, converted, value)
    select * from unnest(
      ${plain(rows.map((row) => row.shard))}::smallint[], ${plain(rows.map((row) => newId(row.shard)))}::uuid[],
      ${plain(rows.map((row) => row.journeyId))}::uuid[], ${plain(rows.map((row) => row.versionId))}::uuid[],
      ${rows.map((row) => row.goalRevision)}::text[], ${plain(rows.map((row) => row.converted))}::bigint[],
      ${plain(rows.map((row) => row.value.toFixed(4)))}::numeric[])`;
}

/** Sums the rows to one per shard, version and goal. */
export function sumGoalCounts(rows: readonly GoalCount[]): GoalCount[] {
  const sums = new Map<string, GoalCount>();
  for (const row of rows) {
    const key = `${row.shard} ${row.versionId} ${row.goalRevision}`;
    const { converted = 0, value = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...row, converted: row.converted + converted, value: row.value + value });
  }
  return [...sums.values()].filter(({ converted, value }) => converted !== 0 || value !== 0);
}
