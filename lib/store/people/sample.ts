import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Of whom a sample is taken: members of any of the segments, or everyone; anonymous visitors only if allowed. */
export type Population = { readonly segmentIds: readonly string[] | null; readonly allowAnonymous: boolean };

/** Every nth person of the population, so that the sample is representative. */
export async function samplePeople(
  sql: Connection,
  workspaceId: string,
  { segmentIds, allowAnonymous }: Population,
  most: number,
): Promise<string[]> {
  const shards = [...ALL_SHARDS];
  const rows = await sql<{ id: string }[]>`
    with numbered as (
      select p.id, row_number() over () as place, count(*) over () as total
      from people p
      where p.shard = any(${shards}::smallint[]) and p.workspace_id = ${workspaceId} and p.merged_into is null
        ${allowAnonymous ? sql`` : sql`and p.external_id is not null`}
        ${
          segmentIds === null
            ? sql``
            : sql`and exists (
                select from segment_members m
                where m.shard = p.shard and m.segment_id = any(${[...segmentIds]}::uuid[]) and m.person_id = p.id)`
        }
    )
    select id from numbered
    where place * least(${most}::bigint, total) / total > (place - 1) * least(${most}::bigint, total) / total
    order by id`;
  return rows.map((row) => row.id);
}
