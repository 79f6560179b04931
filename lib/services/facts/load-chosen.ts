import type { Reader } from "#services";
import { peopleOf } from "./people-of.ts";

/** By person: the path each took first, before a moment, at the splits that send them the same way every time. */
export async function loadChosen(
  ctx: Reader,
  ids: readonly string[],
  before: number,
): Promise<Map<string, Record<string, string>>> {
  const rows = await ctx.database.sql<{ person: string; paths: Record<string, string> }[]>`
    select person_id as person, jsonb_object_agg(node_id, edge_id) as paths
    from (
      select distinct on (c.person_id, c.node_id) c.person_id, c.node_id, c.edge_id
      from ${peopleOf(ctx, ids)} join split_choices c on c.shard = wanted.shard and c.person_id = wanted.id
      where c.sticky and c.at < ${new Date(before).toISOString()}::timestamptz
      order by c.person_id, c.node_id, c.at, c.enrollment_id
    ) first
    group by person_id`;
  return new Map(rows.map(({ person, paths }) => [person, paths]));
}
