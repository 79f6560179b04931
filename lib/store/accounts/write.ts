import type { Connection } from "../sql/connection.ts";

export type Account = {
  readonly tier: string | null;
  readonly tierExpiresAt: string | null;
  readonly classification: string | null;
};

type Key = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly externalId: string;
  readonly personId: string;
};

/**
 * The account as it was, locked until the transaction ends; `isNew`: it was created just now. Two requests about one
 * account follow each other, so each compares with what the other stored.
 */
export async function lockAccount(sql: Connection, key: Key): Promise<Account & { readonly isNew: boolean }> {
  const { shard, workspaceId, externalId, personId } = key;
  const inserted = await sql`
    insert into accounts (shard, workspace_id, external_id, person_id)
    values (${shard}, ${workspaceId}, ${externalId}, ${personId})
    on conflict do nothing`;
  const [row] = await sql<{ tier: string | null; expires: number | null; classification: string | null }[]>`
    select tier, floor(extract(epoch from tier_expires_at) * 1000)::float8 as expires, classification
    from accounts where shard = ${shard} and workspace_id = ${workspaceId} and external_id = ${externalId}
    for update`;
  if (!row) throw new Error("the account is gone");
  const tierExpiresAt = row.expires === null ? null : new Date(row.expires).toISOString();
  return { tier: row.tier, tierExpiresAt, classification: row.classification, isNew: inserted.count > 0 };
}

export async function storeAccount(sql: Connection, key: Key, account: Account): Promise<void> {
  await sql`
    update accounts set tier = ${account.tier}, tier_expires_at = ${account.tierExpiresAt}::timestamptz,
      classification = ${account.classification}, updated_at = now()
    where shard = ${key.shard} and workspace_id = ${key.workspaceId} and external_id = ${key.externalId}`;
}
