import { readSender, SenderError } from "#addresses";
import type { Context, Transaction } from "#services";
import { readSettings } from "#store/workspaces";

/** The address from which the workspace sends by default, in lower case; `null` if it has none, or one that cannot be read. */
export async function defaultAddress(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
): Promise<string | null> {
  return addressOf((await readSettings(tx, ctx.workspaceId)).defaultFrom);
}

/** The address in a sender as people write it, in lower case. */
export function addressOf(sender: unknown): string | null {
  if (typeof sender !== "string" || sender.trim() === "") return null;
  try {
    return readSender(sender).address.toLowerCase();
  } catch (error) {
    if (error instanceof SenderError) return null;
    throw error;
  }
}
