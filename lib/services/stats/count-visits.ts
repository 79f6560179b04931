import { ALL_SHARDS } from "#db";
import type { Context } from "#services";

export type Visits = {
  readonly entered: number;
  readonly advanced: number;
  readonly exited: number;
  readonly failed: number;
};

type Row = Visits & { element_id: string; stale: number };

/**
 * Visits of each node, and passages of each edge, over all versions or of one. Whoever an archive in progress is still
 * to stop counts as exited already (R31).
 */
export async function countVisits(
  ctx: Context,
  journeyId: string,
  versionId: string | null,
): Promise<Map<string, Visits>> {
  const rows = await ctx.database.sql<Row[]>`
    with stale as (
      select p.node_id, count(*) as people
      from positions p join journeys j on j.id = p.journey_id and p.epoch < j.epoch
      where p.shard = any(${ALL_SHARDS}::smallint[]) and p.journey_id = ${journeyId}
        and (${versionId}::uuid is null or p.version_id = ${versionId}::uuid)
        and exists (
          select 1 from operations o
          where o.journey_id = j.id and o.kind = 'archive' and o.status in ('waiting', 'running'))
      group by p.node_id
    )
    select c.element_id, sum(c.entered)::float8 as entered, sum(c.advanced)::float8 as advanced,
      sum(c.exited)::float8 as exited, sum(c.failed)::float8 as failed,
      coalesce((select people from stale where stale.node_id = c.element_id), 0)::float8 as stale
    from node_counts c
    where c.shard = any(${ALL_SHARDS}::smallint[]) and c.journey_id = ${journeyId}
      and (${versionId}::uuid is null or c.version_id = ${versionId}::uuid)
    group by c.element_id`;
  return new Map(
    rows.map(({ element_id, stale, ...visits }) => [element_id, { ...visits, exited: visits.exited + stale }]),
  );
}
