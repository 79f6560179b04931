import { sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Context } from "./context.ts";

/** Until the transaction ends nobody else in the workspace gives out keys of this kind: two creations cannot take the same. */
export async function lockNames(ctx: Context, tx: Transaction, kind: "journey" | "content" | "segment"): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${ctx.workspaceId}`}, 0))`);
}
