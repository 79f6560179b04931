import type { SplitChoice } from "#engine";
import type { Connection, Owned } from "../sql/connection.ts";
import { insertExposureCounts } from "../sql/insert-exposure-counts.ts";
import { insertExposures } from "../sql/insert-exposures.ts";
import { insertSplitChoices } from "../sql/insert-split-choices.ts";

/** Stores the paths that enrollments took, and counts the people whose first visit of the split it was (R54). */
export async function addSplitChoices(sql: Connection, rows: readonly Owned<SplitChoice>[]): Promise<void> {
  const [, exposed] = await Promise.all([insertSplitChoices(sql, rows), insertExposures(sql, rows)]);
  await insertExposureCounts(
    sql,
    exposed.map((row) => ({ ...row, goalRevision: "", people: 1, converted: 0 })),
  );
}
