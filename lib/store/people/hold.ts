import { shardOf, type TransactionSql } from "#db";
import { plain } from "../sql/connection.ts";

type Named = { readonly workspaceId: string; readonly personId: string };

/**
 * Keeps people from being merged or erased until the transaction ends, in the order of their keys; returns those that
 * are there. Merging and erasing look at tables that others write too after they have changed the row of the person.
 */
export async function holdPeople(sql: TransactionSql, people: readonly Named[]): Promise<ReadonlySet<string>> {
  // Tombstones are left out here, not by the statement: without statistics `merged_into is null` is thought to be rare,
  // and the join becomes a scan of all people for each one named.
  const rows = await sql<{ id: string; isThere: boolean }[]>`
    select p.id, p.merged_into is null as "isThere" from people p
    join (select distinct * from unnest(
      ${plain(people.map(({ personId }) => shardOf(personId)))}::smallint[], ${plain(people.map(({ personId }) => personId))}::uuid[],
      ${plain(people.map(({ workspaceId }) => workspaceId))}::uuid[]) as named (shard, id, workspace_id)) wanted
      on p.shard = wanted.shard and p.id = wanted.id and p.workspace_id = wanted.workspace_id
    order by p.shard, p.id
    for share of p`;
  return new Set(rows.filter(({ isThere }) => isThere).map(({ id }) => id));
}
