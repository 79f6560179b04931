import { readPolicies } from "#policies";
import { type Context, isoOrNull } from "#services";
import { readSendingPolicies } from "#store/sending-policies";
import type { SendingPoliciesView } from "./schema.ts";

/** When, how often and to whom the workspace sends. */
export async function getPolicies(ctx: Context): Promise<SendingPoliciesView> {
  const stored = await readSendingPolicies(ctx.database.sql, ctx.workspaceId);
  const { revision = 0, updatedAt = null } = stored ?? {};
  return { ...readPolicies(stored?.document), revision, updatedAt: isoOrNull(updatedAt) };
}
