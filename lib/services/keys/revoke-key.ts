import { audit, type Context, isUuid, notFound, requireRole } from "#services";
import { revokeKeyRow } from "#store/api-keys";

/** Revokes a key; it stops working within seconds, in every process. */
export async function revokeKey(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, "owner");
  if (!isUuid(id) || !(await revokeKeyRow(ctx.database.orm, ctx.workspaceId, id))) throw notFound("key");
  await audit(ctx.database.orm, ctx, "key.revoke", id);
}
