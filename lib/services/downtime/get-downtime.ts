import { eq } from "drizzle-orm";
import { type Context, iso, isoOrNull } from "#services";
import { schema } from "#store";
import type { Downtime } from "./schema.ts";

/** Whether the engines of this installation wait for a decision about a downtime (R44). */
export async function getDowntime(ctx: Context): Promise<Downtime | null> {
  const { engineLife } = schema;
  const [row] = await ctx.database.orm.select().from(engineLife).where(eq(engineLife.id, 1));
  if (!row?.heldAt || !row.heldReason) return null;
  return {
    heldAt: iso(row.heldAt),
    reason: row.heldReason,
    awaySince: isoOrNull(row.awaySince),
    answer: row.answer,
  };
}
