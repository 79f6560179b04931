import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Visits of a node, or uses (`advanced`) of an edge, in one version. */
export type ElementCount = {
  readonly versionId: string;
  readonly elementId: string;
  readonly entered: number;
  readonly advanced: number;
  readonly exited: number;
  readonly failed: number;
};

/** People whom publishing moved from a node of one version to a node of another. */
export type MoveCount = {
  readonly fromVersionId: string;
  readonly toVersionId: string;
  readonly fromNodeId: string;
  readonly toNodeId: string;
  readonly people: number;
};

/**
 * Visits of each node and uses of each edge per version, because an edge may lead elsewhere in each version. People
 * whom a running archive has not stopped yet already count as exited (R31).
 */
export async function countElements(
  sql: Connection,
  journeyId: string,
  versionId: string | null,
): Promise<ElementCount[]> {
  const rows = await sql<(ElementCount & { stale: number })[]>`
    with stale as (
      select p.version_id, p.node_id, count(*) as people
      from positions p join journeys j on j.id = p.journey_id and p.epoch < j.epoch
      where p.shard = any(${ALL_SHARDS}::smallint[]) and p.journey_id = ${journeyId}
        and (${versionId}::uuid is null or p.version_id = ${versionId}::uuid)
        and exists (
          select 1 from operations o
          where o.journey_id = j.id and o.kind = 'archive' and o.status in ('waiting', 'running'))
      group by p.version_id, p.node_id
    ), counted as (
      select c.version_id, c.element_id, sum(c.entered)::float8 as entered, sum(c.advanced)::float8 as advanced,
        sum(c.exited)::float8 as exited, sum(c.failed)::float8 as failed
      from node_counts c
      where c.shard = any(${ALL_SHARDS}::smallint[]) and c.journey_id = ${journeyId}
        and (${versionId}::uuid is null or c.version_id = ${versionId}::uuid)
      group by c.version_id, c.element_id
    )
    select counted.version_id as "versionId", counted.element_id as "elementId", entered, advanced, exited, failed,
      coalesce(stale.people, 0)::float8 as stale
    from counted left join stale on stale.version_id = counted.version_id and stale.node_id = counted.element_id`;
  return rows.map(({ stale, ...count }) => ({ ...count, exited: count.exited + stale }));
}

/** People moved by publishing, by origin and destination; for one version, those who arrived or left. */
export async function countMoves(sql: Connection, journeyId: string, versionId: string | null): Promise<MoveCount[]> {
  return sql<MoveCount[]>`
    select from_version_id as "fromVersionId", to_version_id as "toVersionId", from_node_id as "fromNodeId",
      to_node_id as "toNodeId", sum(people)::float8 as people
    from version_moves
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
      and (${versionId}::uuid is null or ${versionId}::uuid in (from_version_id, to_version_id))
    group by 1, 2, 3, 4`;
}
