import { and, eq, inArray, sql } from "drizzle-orm";
import { schema, wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { findOperation } from "./find-operation.ts";
import { getOperation } from "./get-operation.ts";
import type { Operation } from "./schema.ts";

/** Work that may end anywhere, because each person's part of it is whole by itself; the rest says why it may not. */
const CANCELLABLE: readonly string[] = ["enroll", "migrate", "retry", "recount"];
const INSTEAD: Readonly<Record<string, string>> = {
  resume: "Pause the journey again instead: whoever has not been handed on stays held.",
  archive: "The journey is archived already; this only does the bookkeeping behind it.",
  delete_journey: "The journey is deleted already; this only clears away its rows.",
  build_segment: "A segment built by half would be wrong; change its rules instead.",
  erase: "A person erased by half would be neither here nor gone.",
};

/** Ends work at the slice it is in: what was done stays. Throws `conflict` for what is over, or must not stop half-way. */
export async function cancelOperation(ctx: Context, id: string): Promise<Operation> {
  requireRole(ctx, "editor");
  const { operations } = schema;
  await ctx.database.orm.transaction(async (tx) => {
    const row = await findOperation(ctx, tx, id);
    if (row.status === "cancelled") return;
    if (!CANCELLABLE.includes(row.kind)) {
      throw conflict(`This cannot be cancelled. ${INSTEAD[row.kind] ?? ""}`.trim(), { currentStatus: row.status });
    }
    const cancelled = await tx
      .update(operations)
      .set({ status: "cancelled", finishedAt: sql`now()` })
      .where(and(eq(operations.id, id), inArray(operations.status, ["waiting", "running"])))
      .returning({ id: operations.id });
    if (cancelled.length === 0) throw conflict(`This operation is ${row.status}.`, { currentStatus: row.status });
    await audit(tx, ctx, "operation.cancel", id, { kind: row.kind });
  });
  wakeEngine();
  return getOperation(ctx, id);
}
