import type { HeldOutGoal, HoldoutSide } from "#engine";
import { insertExposureCounts } from "#store/exposure-counts";
import { insertHoldoutSides, reachHeldOut } from "#store/exposures";
import type { Connection, Owned } from "#store/sql";

/** Stores on which side of a holdout people are, and counts each person once in a journey (R54). */
export async function addHoldoutSides(sql: Connection, rows: readonly Owned<HoldoutSide>[]): Promise<void> {
  const exposed = await insertHoldoutSides(sql, rows);
  await insertExposureCounts(
    sql,
    exposed.map((row) => ({ ...row, goalRevision: "", people: 1, converted: 0 })),
  );
}

/** Counts the goals of people who were held out; those of the others are counted with their conversions. */
export async function addHeldOutGoals(sql: Connection, rows: readonly Owned<HeldOutGoal>[]): Promise<void> {
  const reached = await reachHeldOut(sql, rows);
  await insertExposureCounts(
    sql,
    reached.map((row) => ({ ...row, people: 0, converted: 1 })),
  );
}
