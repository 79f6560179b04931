import { ALL_SHARDS } from "#db";
import type { Program } from "#engine";
import type { Connection } from "../sql/connection.ts";

/**
 * Every nth person of the program's audience, or of everyone, so that the sample is representative; anonymous visitors
 * only if allowed.
 */
export async function samplePeople(
  sql: Connection,
  workspaceId: string,
  program: Pick<Program, "allowAnonymous" | "audienceId">,
  most: number,
): Promise<string[]> {
  const shards = [...ALL_SHARDS];
  const rows = await sql<{ id: string }[]>`
    with numbered as (
      select p.id, row_number() over () as place, count(*) over () as total
      from people p
      where p.shard = any(${shards}::smallint[]) and p.workspace_id = ${workspaceId} and p.merged_into is null
        ${program.allowAnonymous ? sql`` : sql`and p.external_id is not null`}
        ${
          program.audienceId === null
            ? sql``
            : sql`and exists (
                select from segment_members m
                where m.shard = p.shard and m.segment_id = ${program.audienceId} and m.person_id = p.id)`
        }
    )
    select id from numbered
    where place * least(${most}::bigint, total) / total > (place - 1) * least(${most}::bigint, total) / total
    order by id`;
  return rows.map((row) => row.id);
}
