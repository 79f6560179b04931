import type { SplitChoice } from "#engine";
import { insertExposureCounts } from "#store/exposure-counts";
import { insertExposures } from "#store/exposures";
import { insertSplitChoices } from "#store/split-choices";
import type { Connection, Owned } from "#store/sql";

/** Stores the paths that enrollments took, and counts each person at their first visit of the split only (R54). */
export async function addSplitChoices(sql: Connection, rows: readonly Owned<SplitChoice>[]): Promise<void> {
  const [, exposed] = await Promise.all([insertSplitChoices(sql, rows), insertExposures(sql, rows)]);
  await insertExposureCounts(
    sql,
    exposed.map((row) => ({ ...row, goalRevision: "", people: 1, converted: 0 })),
  );
}
