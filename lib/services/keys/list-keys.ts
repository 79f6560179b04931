import { type Context, iso, isoOrNull, requireRole } from "#services";
import { type ApiKeyRow, readKeys } from "#store/api-keys";
import type { ApiKey } from "./schema.ts";

/** Keys that work, without their secret part. */
export async function listKeys(ctx: Context): Promise<ApiKey[]> {
  requireRole(ctx, "editor");
  return (await readKeys(ctx.database.orm, ctx.workspaceId)).map(viewKey);
}

export function viewKey(row: ApiKeyRow): ApiKey {
  const { id, kind, name, hint, siteId, scopes } = row;
  return { id, kind, name, hint, siteId, scopes, createdAt: iso(row.createdAt), lastUsedAt: isoOrNull(row.lastUsedAt) };
}
