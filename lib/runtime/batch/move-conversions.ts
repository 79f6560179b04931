import type { EnrollmentMove } from "#engine";
import { moveConversionsTo } from "#store/conversions";
import { insertGoalCounts, sumGoalCounts } from "#store/goal-counts";
import type { Connection, Owned } from "#store/sql";

/**
 * When enrollments change version, their conversions move to the new version's totals, like the enrollments themselves
 * (R36).
 */
export async function moveConversions(sql: Connection, rows: readonly Owned<EnrollmentMove>[]): Promise<void> {
  const moved = await moveConversionsTo(sql, rows);
  const deltas = moved.flatMap(({ toVersionId, value, ...row }) => [
    { ...row, converted: -1, value: -(value ?? 0) },
    { ...row, versionId: toVersionId, converted: 1, value: value ?? 0 },
  ]);
  await insertGoalCounts(sql, sumGoalCounts(deltas));
}
