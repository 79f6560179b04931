import { audit, type Context, forbidden, hasRole, isUuid, notFound } from "#services";
import { findApiKey, revokeKeyRow } from "#store/api-keys";
import { isOwn } from "./list-keys.ts";

/** Revokes a key; it stops working within seconds, in every process. Owners revoke any, other members their own. */
export async function revokeKey(ctx: Context, id: string): Promise<void> {
  if (ctx.actor.kind === "key") throw forbidden("Keys are revoked by members, not by keys.");
  const key = isUuid(id) ? await findApiKey(ctx.database.orm, ctx.workspaceId, id) : undefined;
  if (!key || !(hasRole(ctx.actor, "owner") || isOwn(ctx.actor, key.memberId))) throw notFound("key");
  if (!(await revokeKeyRow(ctx.database.orm, ctx.workspaceId, id))) throw notFound("key");
  await audit(ctx.database.orm, ctx, "key.revoke", id);
}
