import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { PackedHop } from "./hops.ts";

/** The rows of one enrollment, in the order of its transitions, each with the version that it was on afterwards. */
export async function readHopsOf(
  sql: Connection,
  { shard, id }: { readonly shard: number; readonly id: string },
): Promise<{ readonly id: string; readonly versionId: string; readonly hops: PackedHop[] }[]> {
  return await sql<{ id: string; versionId: string; hops: PackedHop[] }[]>`
    select id, version_id as "versionId", hops from history
    where shard = ${shard} and enrollment_id = ${id}
    order by at, committed_at, id`;
}

/** A row of a journey's history with its person, and the exact text of its commit time. */
export type RecentRow = {
  readonly enrollment_id: string;
  readonly hops: PackedHop[];
  readonly committed: string;
  readonly external_id: string | null;
  readonly anonymous_id: string | null;
  readonly traits: Record<string, unknown> | null;
};

/**
 * Rows committed after a time (given as exact text), latest first. The index is by the time of the transition, which
 * lies before the commit while there is a backlog, so the search starts five minutes earlier.
 */
export async function readCommittedSince(
  sql: Connection,
  of: { readonly journeyId: string; readonly versionId: string | null },
  since: string,
  limit: number,
): Promise<RecentRow[]> {
  const { journeyId, versionId } = of;
  return await sql<RecentRow[]>`
    select h.enrollment_id, h.hops, h.committed_at::text as committed, u.external_id, u.anonymous_id, u.traits
    from history h left join people u on u.shard = h.shard and u.id = h.person_id
    where h.shard = any(${ALL_SHARDS}::smallint[]) and h.journey_id = ${journeyId}
      and (${versionId}::uuid is null or h.version_id = ${versionId}::uuid)
      and h.at > ${since}::timestamptz - interval '5 minutes' and h.committed_at > ${since}::timestamptz
    order by h.committed_at desc, h.at desc limit ${limit}`;
}

/** A recent row, and when its enrollment arrived at the node where the row starts, in ms. */
export type RecentVisit = { readonly hops: PackedHop[]; readonly arrived: number | null };

/** The latest rows of a journey, some per shard, of all versions or of one. */
export async function readRecentVisits(
  sql: Connection,
  of: { readonly journeyId: string; readonly versionId: string | null },
  each: number,
): Promise<RecentVisit[]> {
  const { journeyId, versionId } = of;
  return await sql<RecentVisit[]>`
    select recent.hops, before.arrived
    from unnest(${ALL_SHARDS}::int[]) as s (number)
    cross join lateral (
      select h.enrollment_id, h.at, h.hops from history h
      where h.shard = s.number and h.journey_id = ${journeyId}
        and (${versionId}::uuid is null or h.version_id = ${versionId}::uuid)
      order by h.at desc limit ${each}
    ) recent
    left join lateral (
      select coalesce(b.hops -> -1 ->> 'at', b.hops -> 0 ->> 'at')::float8 as arrived from history b
      where b.shard = s.number and b.enrollment_id = recent.enrollment_id and b.at < recent.at
      order by b.at desc limit 1
    ) before on true`;
}
