import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { findMerged } from "#store/people";
import { findPerson } from "./person-row.ts";

/**
 * Erases a person from every table, with people merged into them (R40). Their enrollments end as stopped, counters
 * stay. After five seconds a second pass erases data that arrived meanwhile; only then the operation is done.
 */
export async function erasePerson(ctx: Context, reference: string): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const person = await findPerson(ctx, reference);
  const people = [person.id, ...(await findMerged(ctx.database.sql, [person.id]))];
  const id = await ctx.database.orm.transaction(async (tx) => {
    const operationId = await queueOperation(ctx, tx, "erase", { people });
    // Records who requested it, but not for whom.
    await audit(tx, ctx, "person.erase", operationId);
    return operationId;
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id, ({ done }) => done > 0) };
}
