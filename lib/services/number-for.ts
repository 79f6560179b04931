import type { Transaction } from "#db";
import { isNumberTaken, type NumberedTable, nextNumber } from "#store/sql";
import type { Context } from "./context.ts";
import { invalidField } from "./errors.ts";

/** Numbers that a request may give; above them are those of campaigns that journeys make. */
export const HIGHEST_NUMBER = 99_999_999;

/**
 * The number of a new object: the given one, refused if another object has it, or the next one of the sequence that is
 * free in the workspace. The caller holds the lock on names of its kind.
 */
export async function numberFor(ctx: Context, tx: Transaction, table: NumberedTable, given?: number): Promise<number> {
  const isTaken = (number: number) => isNumberTaken(tx, table, ctx.workspaceId, number);
  if (given !== undefined) {
    if (await isTaken(given)) throw invalidField(["number"], `The number ${given} is taken`);
    return given;
  }
  for (;;) {
    const next = await nextNumber(tx, table);
    if (!(await isTaken(next))) return next;
  }
}
