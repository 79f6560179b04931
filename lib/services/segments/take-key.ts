import { type Context, invalidField, type Transaction } from "#services";
import { readFormerHolders, setFormerKeys } from "#store/segments";
import { findUses, sayUses } from "./find-uses.ts";

/**
 * Gives a segment a key that another one had before; refused while something still refers to the other one by it (R46).
 * The caller holds the lock on names.
 */
export async function takeFormerKey(ctx: Context, tx: Transaction, key: string, own: string | null): Promise<void> {
  for (const row of await readFormerHolders(tx, ctx.workspaceId, key, own)) {
    const uses = sayUses(await findUses(ctx, tx, row, key));
    if (uses !== "") throw invalidField(["key"], `${key} was the key of “${row.name}”, and ${uses} still use it`);
    const kept = row.formerKeys.filter((former) => former !== key);
    await setFormerKeys(tx, row.id, kept);
  }
}
