import type { Conversion } from "#engine";
import type { Connection, Owned } from "../sql/connection.ts";
import { insertConversions } from "../sql/insert-conversions.ts";
import { insertExposureCounts } from "../sql/insert-exposure-counts.ts";
import { insertGoalCounts, sumGoalCounts } from "../sql/insert-goal-counts.ts";
import { reachExposures } from "../sql/reach-exposures.ts";

/**
 * Stores conversions, and counts those that are new: what an enrollment that has ended was counted for, and what a recount
 * has found before, only the table knows.
 */
export async function addConversions(sql: Connection, rows: readonly Owned<Conversion>[]): Promise<void> {
  if (rows.length === 0) return;
  const fresh = await insertConversions(sql, rows);
  if (fresh.length === 0) return;
  const [reached] = await Promise.all([
    reachExposures(sql, fresh),
    insertGoalCounts(sql, sumGoalCounts(fresh.map((row) => ({ ...row, converted: 1 })))),
  ]);
  await insertExposureCounts(
    sql,
    reached.map((row) => ({ ...row, people: 0, converted: 1 })),
  );
}
