import { and, eq, isNull, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { ApiKeyRow } from "./read.ts";
import { apiKeys } from "./table.ts";

export async function insertKey(orm: Orm | Transaction, key: typeof apiKeys.$inferInsert): Promise<ApiKeyRow> {
  const [row] = await orm.insert(apiKeys).values(key).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Whether the workspace had a working key with this id, which now works no more. */
export async function revokeKeyRow(orm: Orm, workspaceId: string, id: string): Promise<boolean> {
  const revoked = await orm
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}

export async function noteKeyUse(orm: Orm, id: string): Promise<void> {
  await orm.update(apiKeys).set({ lastUsedAt: sql`now()` }).where(eq(apiKeys.id, id));
}

export async function deleteKeys(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.delete(apiKeys).where(eq(apiKeys.workspaceId, workspaceId));
}
