import type { Connection } from "../sql/connection.ts";

/** Where sealed texts stand, and the purpose under which they are sealed. */
export const SEALED = [
  { table: "providers", key: "id", column: "secrets", purpose: "providers" },
  { table: "sites", key: "id", column: "proof_secret", purpose: "users" },
  { table: "sites", key: "id", column: "former_proof_secret", purpose: "users" },
  { table: "totp_secrets", key: "user_id", column: "secret", purpose: "factors" },
] as const;

export type SealedColumn = (typeof SEALED)[number];
export type SealedRow = { readonly id: string; readonly sealed: string };

export async function readSealed(sql: Connection, { table, key, column }: SealedColumn): Promise<readonly SealedRow[]> {
  return sql<SealedRow[]>`
    select ${sql(key)}::text as id, ${sql(column)} as sealed from ${sql(table)} where ${sql(column)} is not null
    order by ${sql(key)}`;
}

/** Seals a text again, unless it was changed meanwhile. Whether it was replaced. */
export async function replaceSealed(
  sql: Connection,
  { table, key, column }: SealedColumn,
  { id, sealed }: SealedRow,
  again: string,
): Promise<boolean> {
  const replaced = await sql`
    update ${sql(table)} set ${sql(column)} = ${again} where ${sql(key)}::text = ${id} and ${sql(column)} = ${sealed}`;
  return replaced.count > 0;
}
