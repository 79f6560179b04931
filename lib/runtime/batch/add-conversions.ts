import type { Conversion } from "#engine";
import { insertConversions } from "#store/conversions";
import { insertExposureCounts } from "#store/exposure-counts";
import { reachExposures } from "#store/exposures";
import { insertGoalCounts, sumGoalCounts } from "#store/goal-counts";
import type { Connection, Owned } from "#store/sql";

/**
 * Stores conversions and counts those that are new. Only the table knows what is new: an ended enrollment may have been
 * counted before, and a recount may have found the conversion before.
 */
export async function addConversions(sql: Connection, rows: readonly Owned<Conversion>[]): Promise<void> {
  if (rows.length === 0) return;
  const fresh = await insertConversions(sql, rows);
  if (fresh.length === 0) return;
  const [reached] = await Promise.all([
    reachExposures(sql, fresh),
    insertGoalCounts(sql, sumGoalCounts(fresh.map((row) => ({ ...row, converted: 1, value: row.value ?? 0 })))),
  ]);
  await insertExposureCounts(
    sql,
    reached.map((row) => ({ ...row, people: 0, converted: 1 })),
  );
}
