import type { Newcomer, Slice } from "../operations/operation.ts";
import { personColumns } from "./read-people.ts";

/** A slice of the workspace's people of one shard, in the order of their ids. */
export async function readEveryone({ sql, operation, shard, cursor, limit }: Slice): Promise<Newcomer[]> {
  return await sql<Newcomer[]>`
    select ${personColumns(sql)}, null as since from people
    where shard = ${shard} and id > ${cursor} and workspace_id = ${operation.workspaceId} and merged_into is null
    order by id
    limit ${limit}`;
}
