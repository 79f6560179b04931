import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { cancelOpenOperation } from "#store/operations";
import { INSTEAD, isCancellable } from "./cancellable.ts";
import { findOperation } from "./find-operation.ts";
import { getOperation } from "./get-operation.ts";
import type { Operation } from "./schema.ts";

/**
 * Cancels an operation after its current slice: completed work is kept. Throws `conflict` if it is done or must not
 * stop half-way.
 */
export async function cancelOperation(ctx: Context, id: string): Promise<Operation> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await findOperation(ctx, tx, id);
    if (row.status === "cancelled") return;
    if (!isCancellable(row.kind)) {
      throw conflict(`This cannot be cancelled. ${INSTEAD[row.kind] ?? ""}`.trim(), { currentStatus: row.status });
    }
    if (!(await cancelOpenOperation(tx, id)))
      throw conflict(`This operation is ${row.status}.`, { currentStatus: row.status });
    await audit(tx, ctx, "operation.cancel", id, { kind: row.kind });
  });
  wakeEngine();
  return getOperation(ctx, id);
}
