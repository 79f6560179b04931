import { and, eq, isNull, sql } from "drizzle-orm";
import { audit, type Context, isUuid, notFound, requireRole } from "#services";
import { schema } from "#store";

const { apiKeys } = schema;

/** Revokes a key; it stops working within seconds, in every process. */
export async function revokeKey(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, "owner");
  if (!isUuid(id)) throw notFound("key");
  const revoked = await ctx.database.orm
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.workspaceId, ctx.workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (revoked.length === 0) throw notFound("key");
  await audit(ctx.database.orm, ctx, "key.revoke", id);
}
