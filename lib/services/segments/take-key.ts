import { and, arrayContains, eq, ne } from "drizzle-orm";
import { type Context, invalidField, type Transaction } from "#services";
import { schema } from "#store";
import { findUses, sayUses } from "./find-uses.ts";

const { segments } = schema;

/**
 * Gives a segment a key that another one had before; refused while something still refers to the other one by it (R46).
 * The caller holds the lock on names.
 */
export async function takeFormerKey(ctx: Context, tx: Transaction, key: string, own: string | null): Promise<void> {
  const before = await tx
    .select()
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, ctx.workspaceId),
        arrayContains(segments.formerKeys, [key]),
        own === null ? undefined : ne(segments.id, own),
      ),
    );
  for (const row of before) {
    const uses = sayUses(await findUses(ctx, tx, row, key));
    if (uses !== "") throw invalidField(["key"], `${key} was the key of “${row.name}”, and ${uses} still use it`);
    const formerKeys = row.formerKeys.filter((former) => former !== key);
    await tx.update(segments).set({ formerKeys }).where(eq(segments.id, row.id));
  }
}
