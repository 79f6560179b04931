import type { Slice } from "../operations/operation.ts";
import { type PersonRow, personColumns } from "./read-people.ts";

/** The next people of a workspace in one shard who have any of the traits, in the order of their ids. */
export async function readPeopleWithTraits(
  { sql, operation, shard, cursor, limit }: Slice,
  traits: readonly string[],
): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from people
    where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
      and traits ?| ${[...traits]}::text[]
    order by id
    limit ${limit}`;
}
