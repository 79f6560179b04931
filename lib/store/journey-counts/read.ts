import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

export type EnrollmentCounts = {
  readonly enrolled: number;
  readonly active: number;
  readonly completed: number;
  readonly stopped: number;
  readonly failed: number;
  readonly converted: number;
  /** What the reached goals are worth, in the currency of the workspace. */
  readonly value: number;
};

export const NO_ENROLLMENTS: EnrollmentCounts = {
  enrolled: 0,
  active: 0,
  completed: 0,
  stopped: 0,
  failed: 0,
  converted: 0,
  value: 0,
};

export type CountedRow = {
  journey_id: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
  value: number;
  stale: number;
};

/**
 * Enrollments of each journey by outcome, from the counters; for one version, those that are or ended on it.
 * `converted` counts those that reached the journey's present goal, on whatever version they are (R52). While an
 * archive is being processed, people of an older epoch already count as stopped (R31).
 */
export async function readEnrollmentCounts(
  sql: Connection,
  journeyIds: readonly string[],
  versionId: string | null = null,
): Promise<Map<string, EnrollmentCounts>> {
  if (journeyIds.length === 0) return new Map();
  const rows = await sql<CountedRow[]>`
    with archiving as (
      select j.id, j.epoch from journeys j
      where j.id = any(${journeyIds}::uuid[]) and exists (
        select 1 from operations o
        where o.journey_id = j.id and o.kind = 'archive' and o.status in ('waiting', 'running'))
    ), stale as (
      select p.journey_id, count(*) as people
      from positions p join archiving a on a.id = p.journey_id and p.epoch < a.epoch
      where p.shard = any(${ALL_SHARDS}::smallint[]) and (${versionId}::uuid is null or p.version_id = ${versionId}::uuid)
      group by p.journey_id
    ), reached as (
      select g.journey_id, sum(g.converted) as people, sum(g.value) as value
      from goal_counts g join journeys j on j.id = g.journey_id and j.counted_revision = g.goal_revision
      where g.shard = any(${ALL_SHARDS}::smallint[]) and g.journey_id = any(${journeyIds}::uuid[])
        and (${versionId}::uuid is null or g.version_id = ${versionId}::uuid)
      group by g.journey_id
    )
    select c.journey_id,
      sum(c.enrolled)::float8 as enrolled, sum(c.completed)::float8 as completed, sum(c.stopped)::float8 as stopped,
      sum(c.failed)::float8 as failed,
      coalesce((select people from reached r where r.journey_id = c.journey_id), 0)::float8 as converted,
      coalesce((select value from reached r where r.journey_id = c.journey_id), 0)::float8 as value,
      coalesce((select people from stale s where s.journey_id = c.journey_id), 0)::float8 as stale
    from journey_counts c
    where c.shard = any(${ALL_SHARDS}::smallint[]) and c.journey_id = any(${journeyIds}::uuid[])
      and (${versionId}::uuid is null or c.version_id = ${versionId}::uuid)
    group by c.journey_id`;
  return new Map(rows.map((row) => [row.journey_id, enrollmentsOf(row)]));
}

function enrollmentsOf({ enrolled, completed, failed, converted, value, ...row }: CountedRow): EnrollmentCounts {
  const stopped = row.stopped + row.stale;
  return {
    enrolled,
    active: Math.max(0, enrolled - completed - stopped - failed),
    completed,
    stopped,
    failed,
    converted,
    value,
  };
}

export type VersionTotals = { version_id: string; enrolled: number; active: number };

/** Enrollments of each version of a journey, from the counters. */
export async function countByVersion(sql: Connection, journeyId: string): Promise<Map<string, VersionTotals>> {
  const rows = await sql<VersionTotals[]>`
    select version_id, sum(enrolled)::float8 as enrolled,
      sum(enrolled - completed - stopped - failed)::float8 as active
    from journey_counts where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
    group by version_id`;
  return new Map(rows.map((row) => [row.version_id, row]));
}
