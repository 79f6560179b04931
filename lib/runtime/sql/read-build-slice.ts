import type { Slice } from "../operations/operation.ts";
import { type PersonRow, personColumns } from "./read-people.ts";

/** The next people of a workspace in one shard, in the order of their ids. */
export async function readBuildSlice({ sql, operation, shard, cursor, limit }: Slice): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from people
    where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
    order by id
    limit ${limit}`;
}
