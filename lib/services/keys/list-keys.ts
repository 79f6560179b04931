import { and, asc, eq, isNull } from "drizzle-orm";
import { type Context, iso, isoOrNull, requireRole } from "#services";
import { schema } from "#store";
import type { ApiKey } from "./schema.ts";

const { apiKeys } = schema;

/** Keys that work, without their secret part. */
export async function listKeys(ctx: Context): Promise<ApiKey[]> {
  requireRole(ctx, "editor");
  const rows = await ctx.database.orm
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, ctx.workspaceId), isNull(apiKeys.revokedAt)))
    .orderBy(asc(apiKeys.createdAt));
  return rows.map(viewKey);
}

export function viewKey(row: typeof apiKeys.$inferSelect): ApiKey {
  const { id, kind, name, hint, siteId, scopes } = row;
  return { id, kind, name, hint, siteId, scopes, createdAt: iso(row.createdAt), lastUsedAt: isoOrNull(row.lastUsedAt) };
}
