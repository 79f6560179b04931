import type { Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * The end of a statement whose common table expressions give memberships that came and went, each a select of `shard`,
 * `workspace_id`, `segment_id`. Counted in the same statement, so that no membership is missed (R51).
 */
export const countingMemberships = (sql: Connection, came: Fragment | null, went: Fragment | null): Fragment => sql`
  insert into segment_counts (shard, id, workspace_id, segment_id, members)
  select shard, gen_random_uuid(), workspace_id, segment_id, sum(change) from (
    ${came === null ? sql`` : sql`select came.*, 1 as change from (${came}) came`}
    ${came === null || went === null ? sql`` : sql`union all`}
    ${went === null ? sql`` : sql`select went.*, -1 as change from (${went}) went`}
  ) changed
  group by shard, workspace_id, segment_id having sum(change) <> 0`;

export async function rollUpSegmentCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from segment_counts where shard = ${shard} returning *)
    insert into segment_counts (shard, id, workspace_id, segment_id, members)
    select shard, gen_random_uuid(), workspace_id, segment_id, sum(members)
    from gone
    group by shard, workspace_id, segment_id having sum(members) <> 0`;
}
