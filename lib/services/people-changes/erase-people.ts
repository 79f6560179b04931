import { wakeEngine } from "#db";
import { audit, type Context, conflict } from "#services";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { findMerged, listShownPeople } from "#store/people";
import { MOST_ERASED } from "./schema.ts";
import type { Selection } from "./select-people.ts";

/**
 * Erases the selected people from every table, with people merged into them, as `erasePerson` does for one (R40).
 * `expected` is the number that the caller has confirmed; throws `conflict` if it is another one by now, or too many.
 */
export async function erasePeople(
  ctx: Context,
  { counted }: Selection,
  expected: number,
): Promise<{ operation: Operation }> {
  const page = { page: 1, offset: 0, after: null, limit: MOST_ERASED + 1 };
  const survivors = (await listShownPeople(ctx.database.sql, counted, page)).map(({ id }) => id);
  if (survivors.length > MOST_ERASED)
    throw conflict(`More than ${MOST_ERASED} people match. Narrow the filter: at most so many are erased at a time.`);
  if (survivors.length !== expected)
    throw conflict(`${survivors.length} people match now, not ${expected}. Nobody was erased.`, {
      people: survivors.length,
    });
  const people = [...survivors, ...(await findMerged(ctx.database.sql, survivors))];
  const id = await ctx.database.orm.transaction(async (tx) => {
    const operationId = await queueOperation(ctx, tx, "erase", { people, count: survivors.length });
    // Records who requested it and how many they were, but not for whom.
    await audit(tx, ctx, "person.erase", operationId, { people: survivors.length });
    return operationId;
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id, ({ done }) => done >= survivors.length) };
}
