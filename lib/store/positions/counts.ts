import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * Number of people in a paused journey, and for how many of them a resume has something to do. Reads the same rows as
 * `handBack`.
 */
export async function countResuming(
  sql: Connection,
  journeyId: string,
): Promise<{ readonly inside: number; readonly due: number }> {
  const [row] = await sql<{ inside: number; due: number }[]>`
    with found as (
      select person_id, wake_at is null or wake_at <= now() or state -> 'held' is not null as due, true as inside
      from positions where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
      union all
      select person_id, true, false from queued_actions
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
      union all
      select person_id, true, false from deliveries
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId} and status = 'held'
    ), people as (
      select bool_or(due) as due, bool_or(inside) as inside from found group by person_id
    )
    select count(*) filter (where inside)::int as inside, count(*) filter (where due)::int as due from people`;
  return row ?? { inside: 0, due: 0 };
}

export type Standing = { readonly versionId: string; readonly nodeId: string; readonly people: number };

/** Number of people on each node of each version; enrollments of an older epoch are left out (R31). */
export async function countStanding(
  sql: Connection,
  journey: { readonly id: string; readonly epoch: number },
): Promise<Standing[]> {
  return sql<Standing[]>`
    select version_id as "versionId", node_id as "nodeId", count(*)::int as people
    from positions
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id} and epoch >= ${journey.epoch}
    group by version_id, node_id`;
}
