import { errorCode } from "#db";
/** `20260302`: what the name of a partition ends with, so that names sort by time. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");

// 55P03: somebody uses the table.
const PASSING = ["23514", "55P03", "42P07", "23505", "42P17"];

/** Rows already in the default partition, a busy table, another engine at the same work: `false`, tried again later. */
export async function quietly(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (!PASSING.includes(errorCode(error))) throw error;
    return false;
  }
}
