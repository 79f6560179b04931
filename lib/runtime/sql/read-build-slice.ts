import type { Slice } from "../operations/operation.ts";
import type { PersonRow } from "./read-people.ts";

/** The next people of a workspace in one shard, in the order of their ids. */
export async function readBuildSlice({ sql, operation, shard, cursor, limit }: Slice): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select id, workspace_id as "workspaceId", external_id as "externalId", anonymous_id as "anonymousId", traits, tags,
      stage, merged_into as "mergedInto",
      floor(extract(epoch from last_entered_at) * 1000)::float8 as "lastEnteredAt",
      floor(extract(epoch from created_at) * 1000)::float8 as "createdAt"
    from people
    where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
    order by id
    limit ${limit}`;
}
