import { ALL_SHARDS, type Sql, shardOf, type TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Who a person has become by merges, themselves included, through any number of them; `null` = nobody is left of them. */
export async function followMerges(sql: Sql | TransactionSql, personId: string): Promise<string | null> {
  const met = new Set<string>();
  let id = personId;
  // A chain is as long as somebody was merged often; a circle, which no merge makes, must not be followed for ever.
  while (!met.has(id)) {
    met.add(id);
    const [row] = await sql<{ mergedInto: string | null }[]>`
      select merged_into as "mergedInto" from people where shard = ${shardOf(id)} and id = ${id}`;
    if (row === undefined) return null;
    if (row.mergedInto === null) return id;
    id = row.mergedInto;
  }
  return null;
}

/** Tombstones that lead to the person, over however many merges. */
export async function findMerged(sql: Connection, id: string): Promise<string[]> {
  const found: string[] = [];
  for (let wave = [id]; wave.length > 0; ) {
    const rows = await sql<{ id: string }[]>`
      select id from people
      where shard = any(${ALL_SHARDS}::smallint[]) and merged_into = any(${wave}::uuid[])`;
    wave = rows.map((row) => row.id).filter((merged) => !found.includes(merged) && merged !== id);
    found.push(...wave);
  }
  return found;
}

/** Of the ids those that people of the workspace have, each with whom they were merged into. */
export async function readMergedInto(
  sql: Sql | TransactionSql,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly merged_into: string | null }[]> {
  return await sql<{ id: string; merged_into: string | null }[]>`
    select id, merged_into from people
    where shard = any(${[...new Set(ids.map(shardOf))]}::smallint[]) and id = any(${[...ids]}::uuid[])
      and workspace_id = ${workspaceId}`;
}
