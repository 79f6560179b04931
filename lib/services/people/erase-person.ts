import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { findMerged } from "#store/people";
import { findPerson } from "./person-row.ts";

/**
 * Takes a person out of every table, with those who were merged into them (R40). Their enrollments end as stopped, counters
 * stay. Within five seconds a second pass takes what was on its way in; only then the operation is done.
 */
export async function erasePerson(ctx: Context, reference: string): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const person = await findPerson(ctx, reference);
  const people = [person.id, ...(await findMerged(ctx.database.sql, person.id))];
  const id = await ctx.database.orm.transaction(async (tx) => {
    const operationId = await queueOperation(ctx, tx, "erase", { people });
    // Who asked for it is worth keeping; on whom, is not.
    await audit(tx, ctx, "person.erase", operationId);
    return operationId;
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id, ({ done }) => done > 0) };
}
