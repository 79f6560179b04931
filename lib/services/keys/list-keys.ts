import { type Context, hasRole, iso, isoOrNull } from "#services";
import { type ApiKeyRow, readKeys } from "#store/api-keys";
import type { ApiKey } from "./schema.ts";

/**
 * Keys that are not revoked, without their secret part: those of the workspace for editors, personal ones for their
 * member and for owners.
 */
export async function listKeys(ctx: Context): Promise<ApiKey[]> {
  const { actor } = ctx;
  const isShown = ({ memberId }: ApiKeyRow) =>
    hasRole(actor, "owner") || (memberId === null ? hasRole(actor, "editor") : isOwn(actor, memberId));
  return (await readKeys(ctx.database.orm, ctx.workspaceId)).filter(isShown).map(viewKey);
}

/** Whether a personal key is the caller's. */
export const isOwn = ({ kind, id }: Context["actor"], memberId: string | null): boolean =>
  kind === "user" && id === memberId;

export function viewKey(row: ApiKeyRow & { readonly memberEmail: string | null }): ApiKey {
  const { id, kind, name, hint, siteId, scopes, memberId, memberEmail } = row;
  return {
    ...{ id, kind, name, hint, siteId, scopes },
    member: memberId === null ? null : { id: memberId, email: memberEmail ?? "" },
    createdAt: iso(row.createdAt),
    lastUsedAt: isoOrNull(row.lastUsedAt),
    expiresAt: isoOrNull(row.expiresAt),
  };
}
