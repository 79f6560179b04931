import type { EnrollmentMove } from "#engine";
import { type GoalCount, insertGoalCounts, sumGoalCounts } from "#store/goal-counts";
import { type Connection, type Owned, plain, shardsOf } from "#store/sql";

type Moved = Omit<GoalCount, "converted"> & { readonly toVersionId: string };

/** The goals of enrollments that change version go along, as the enrollments do in its totals (R36). */
export async function moveConversions(sql: Connection, rows: readonly Owned<EnrollmentMove>[]): Promise<void> {
  const last = [...new Map(rows.map((owned) => [owned.row.id, owned])).values()];
  const moved = await sql<Moved[]>`
    update conversions set version_id = moved.version_id
    from unnest(
      ${plain(shardsOf(last))}::int[], ${plain(last.map(({ row }) => row.id))}::uuid[],
      ${plain(last.map(({ row }) => row.toVersionId))}::uuid[]
    ) as moved (shard, enrollment_id, version_id)
    join conversions as before using (shard, enrollment_id)
    where conversions.shard = before.shard and conversions.enrollment_id = before.enrollment_id
      and conversions.goal_revision = before.goal_revision and before.version_id <> moved.version_id
    returning conversions.shard, conversions.journey_id as "journeyId", before.version_id as "versionId",
      conversions.version_id as "toVersionId", conversions.goal_revision as "goalRevision"`;
  const deltas = moved.flatMap(({ toVersionId, ...row }) => [
    { ...row, converted: -1 },
    { ...row, versionId: toVersionId, converted: 1 },
  ]);
  await insertGoalCounts(sql, sumGoalCounts(deltas));
}
