import { errorCode } from "#db";
/** End of a partition's name, such as `20260302`, so that names sort by time. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");

// 55P03: another transaction holds a lock on the table.
const PASSING = ["23514", "55P03", "42P07", "23505", "42P17"];

/**
 * Returns `false` if the default partition already holds such rows, the table is locked, or another engine does the
 * same work. The caller tries again later.
 */
export async function quietly(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (!PASSING.includes(errorCode(error))) throw error;
    return false;
  }
}
