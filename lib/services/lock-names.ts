import { sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Context } from "./context.ts";

/**
 * Locks keys of this kind in the workspace until the transaction ends, so that two creations cannot take the same key.
 */
export async function lockNames(
  ctx: Context,
  tx: Transaction,
  kind: "campaign" | "channel" | "content" | "journey" | "segment" | "offer" | "decision flow" | "sender identity",
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${ctx.workspaceId}`}, 0))`);
}
