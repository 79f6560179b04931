import type { Transaction } from "#db";
import { lockText } from "#store/sql";
import type { Context } from "./context.ts";

/**
 * Locks keys of this kind in the workspace until the transaction ends, so that two creations cannot take the same key.
 */
export async function lockNames(
  ctx: Context,
  tx: Transaction,
  kind:
    | "campaign"
    | "channel"
    | "content"
    | "journey"
    | "segment"
    | "offer"
    | "decision flow"
    | "sender identity"
    | "topic",
): Promise<void> {
  await lockText(tx, `${kind} ${ctx.workspaceId}`);
}
