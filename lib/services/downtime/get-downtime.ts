import { type Context, iso, isoOrNull } from "#services";
import { readDowntime } from "#store/engine-life";
import type { Downtime } from "./schema.ts";

/** Whether the engines of this installation wait for a decision about a downtime (R44). */
export async function getDowntime(ctx: Context): Promise<Downtime | null> {
  const row = await readDowntime(ctx.database.orm);
  if (!row?.heldAt || !row.heldReason) return null;
  return {
    heldAt: iso(row.heldAt),
    reason: row.heldReason,
    awaySince: isoOrNull(row.awaySince),
    answer: row.answer,
  };
}
