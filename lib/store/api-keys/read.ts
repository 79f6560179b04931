import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { members } from "../members/table.ts";
import { sites } from "../sites/table.ts";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import { users } from "../users/table.ts";
import { apiKeys } from "./table.ts";

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** The keys of a workspace that are not revoked, with the address of the member of a personal one, in the order they were made. */
export async function readKeys(
  orm: Orm,
  workspaceId: string,
): Promise<(ApiKeyRow & { readonly memberEmail: string | null })[]> {
  return orm
    .select({ ...getTableColumns(apiKeys), memberEmail: users.email })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.memberId))
    .where(and(eq(apiKeys.workspaceId, workspaceId), isNull(apiKeys.revokedAt)))
    .orderBy(asc(apiKeys.createdAt));
}

/** A key of the workspace that is not revoked. */
export async function findApiKey(
  orm: Orm | Transaction,
  workspaceId: string,
  id: string,
): Promise<ApiKeyRow | undefined> {
  const [row] = await orm
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  return row;
}

/** Keys of all workspaces that expire within a time from now, in ms. */
export async function readExpiringKeys(
  sql: Connection,
  now: number,
  withinMs: number,
): Promise<
  readonly { readonly id: string; readonly workspaceId: string; readonly name: string; readonly expiresAt: number }[]
> {
  return sql<{ id: string; workspaceId: string; name: string; expiresAt: number }[]>`
    select id, workspace_id as "workspaceId", name, floor(extract(epoch from expires_at) * 1000)::float8 as "expiresAt"
    from api_keys where revoked_at is null
      and expires_at > ${toSqlTimestamp(now)}::timestamptz and expires_at <= ${toSqlTimestamp(now + withinMs)}::timestamptz`;
}

/** Who made a key of the workspace; null = nobody, or there is no such key. */
export async function readKeyMaker(orm: Orm, workspaceId: string, id: string): Promise<string | null> {
  const [key] = await orm
    .select({ createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
  return key?.createdBy ?? null;
}

export async function readKeyNames(
  orm: Orm,
  workspaceId: string,
  ids: readonly string[],
): Promise<Pick<ApiKeyRow, "id" | "name">[]> {
  if (ids.length === 0) return [];
  return orm
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), inArray(apiKeys.id, [...ids])));
}

/** The publishable keys of sites that work, the newest last. */
export async function readPublicValues(
  orm: Orm | Transaction,
  siteIds: readonly string[],
): Promise<Pick<ApiKeyRow, "siteId" | "publicValue">[]> {
  return orm
    .select({ siteId: apiKeys.siteId, publicValue: apiKeys.publicValue })
    .from(apiKeys)
    .where(and(inArray(apiKeys.siteId, [...siteIds]), eq(apiKeys.kind, "publishable"), isNull(apiKeys.revokedAt)))
    .orderBy(asc(apiKeys.createdAt));
}

/** The key with this hash if it works, and how its site proves people. `stale`: its last use was noted more than a minute ago. */
export async function findKeyByHash(orm: Orm, hash: string) {
  const [row] = await orm
    .select({
      keyId: apiKeys.id,
      kind: apiKeys.kind,
      workspaceId: apiKeys.workspaceId,
      siteId: apiKeys.siteId,
      scopes: apiKeys.scopes,
      userProof: sites.userProof,
      proofSecret: sites.proofSecret,
      formerProofSecret: sites.formerProofSecret,
      memberId: apiKeys.memberId,
      memberRole: members.role,
      expiresAt: apiKeys.expiresAt,
      stale: sql<boolean>`${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute'`,
    })
    .from(apiKeys)
    .leftJoin(sites, eq(sites.id, apiKeys.siteId))
    .leftJoin(
      members,
      and(
        eq(members.userId, apiKeys.memberId),
        eq(members.workspaceId, apiKeys.workspaceId),
        eq(members.status, "active"),
      ),
    )
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
  return row;
}

/** Whether a page has ever used a publishable key of the workspace. */
export async function isPublishableKeyUsed(orm: Orm | Transaction, workspaceId: string): Promise<boolean> {
  const isUsed = and(eq(apiKeys.kind, "publishable"), isNotNull(apiKeys.lastUsedAt));
  const where = and(eq(apiKeys.workspaceId, workspaceId), isUsed);
  return (await orm.select({ id: apiKeys.id }).from(apiKeys).where(where).limit(1)).length > 0;
}
