import { ALL_SHARDS, type Sql, shardOf, type TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * Follows merges from a person, over any number of them, to the person they are now (possibly themselves); `null`: that
 * person does not exist any more.
 */
export async function followMerges(sql: Sql | TransactionSql, personId: string): Promise<string | null> {
  const met = new Set<string>();
  let id = personId;
  // A chain has one link per merge. No merge creates a cycle, but the check prevents an endless loop.
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

/** Tombstones that lead to the people, over any number of merges. */
export async function findMerged(sql: Connection, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let wave = [...ids]; wave.length > 0; ) {
    const rows = await sql<{ id: string }[]>`
      select id from people
      where shard = any(${ALL_SHARDS}::smallint[]) and merged_into = any(${wave}::uuid[])`;
    wave = rows.map((row) => row.id).filter((merged) => !found.includes(merged) && !ids.includes(merged));
    found.push(...wave);
  }
  return found;
}

/** Those of the ids that belong to people of the workspace, each with the person it was merged into. */
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
