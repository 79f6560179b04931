import { errorCode, type TransactionSql } from "#db";
import { type Connection, plain } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

export type NewIdentity = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly kind: string;
  readonly value: string;
  readonly personId: string;
};

/** Returns how many of the keys were still free. The others were taken first by another batch (R37). */
export async function insertIdentities(sql: Connection, rows: readonly NewIdentity[]): Promise<number> {
  const inserted = await sql`
    insert into identities (shard, workspace_id, kind, value, person_id)
    select * from unnest(
      ${plain(rows.map((row) => row.shard))}::smallint[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.kind))}::text[], ${rows.map((row) => row.value)}::text[],
      ${plain(rows.map((row) => row.personId))}::uuid[])
    on conflict do nothing`;
  return inserted.count;
}

const UNIQUE_VIOLATION = "23505";

/**
 * Takes many keys at once. Returns false if one of them was taken by somebody else (R37); the caller's savepoint is lost
 * then.
 */
export async function takeIdentities(sql: TransactionSql, rows: readonly NewIdentity[]): Promise<boolean> {
  try {
    await insertRows(sql, "identities", {
      shard: ["smallint", rows.map((row) => row.shard)],
      workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
      kind: ["text", rows.map((row) => row.kind)],
      value: ["text", rows.map((row) => row.value)],
      person_id: ["uuid", rows.map((row) => row.personId)],
    });
    return true;
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) return false;
    throw error;
  }
}
