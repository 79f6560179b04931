import type { Sql, TransactionSql } from "#db";

export type Unreadable = { readonly unreadable: readonly string[]; readonly closed: readonly string[] };

/**
 * Reserves two things for a newer worker: people with an enrollment of a newer format, and workspaces where people can
 * enter one. Their signals and timers are excluded from the claim, instead of being skipped after it (R16). `row` has
 * shard, workspace and person. Empty if there is no such version, which is the usual case.
 */
export function readable(
  sql: Sql | TransactionSql,
  row: "inbox" | "positions",
  { unreadable, closed }: Unreadable,
): ReturnType<Sql> {
  if (unreadable.length === 0) return sql``;
  return sql`
    and not ${sql(row)}.workspace_id = any(${[...closed]}::uuid[])
    and not exists (
      select from positions newer
      where newer.shard = ${sql(row)}.shard and newer.person_id = ${sql(row)}.person_id
        and newer.version_id = any(${[...unreadable]}::uuid[]))`;
}
