import { sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Context } from "./context.ts";
import { invalidField } from "./errors.ts";

/** Numbers that a request may give; above them are those of campaigns that journeys make. */
export const HIGHEST_NUMBER = 99_999_999;

/**
 * The number of a new object: the given one, refused if another object has it, or the next one of the sequence that is
 * free in the workspace. The caller holds the lock on names of its kind.
 */
export async function numberFor(
  ctx: Context,
  tx: Transaction,
  table: "campaigns" | "channels" | "content" | "journeys" | "segments",
  given?: number,
): Promise<number> {
  const isTaken = async (number: number) => {
    const rows = await tx.execute(sql`
      select 1 from ${sql.identifier(table)} where workspace_id = ${ctx.workspaceId} and number = ${number} limit 1`);
    return rows.length > 0;
  };
  if (given !== undefined) {
    if (await isTaken(given)) throw invalidField(["number"], `The number ${given} is taken`);
    return given;
  }
  for (;;) {
    const [row] = await tx.execute<{ next: number }>(sql`
      select nextval(pg_get_serial_sequence(${table}, 'number'))::int as next`);
    if (row && !(await isTaken(row.next))) return row.next;
  }
}
