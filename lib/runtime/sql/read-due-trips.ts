import type { Connection } from "./connection.ts";
import { type TripRow, tripColumns } from "./read-trips.ts";
import { readable, type Unreadable } from "./readable.ts";

/** A running trip of somebody who has one that is due: that one, or another of theirs. */
export type DueTripRow = TripRow & {
  readonly shard: number;
  readonly workspaceId: string;
  readonly isDue: boolean;
};

/**
 * Trips whose time has come, from a lower bound of the partial index, so that the cost follows what is due (R8), and with
 * each all that the person runs, as they are stepped together (R19).
 */
export async function readDueTrips(
  sql: Connection,
  query: {
    readonly shards: readonly number[];
    readonly bounds: readonly string[];
    readonly now: string;
    readonly quota: number;
    readonly people: readonly string[] | null;
    readonly unreadable: Unreadable;
  },
): Promise<DueTripRow[]> {
  return await sql<DueTripRow[]>`
    select claimed.shard, trip.workspace_id as "workspaceId", ${tripColumns(sql, "trip")},
      coalesce(wake_at >= claimed.bound::timestamptz and wake_at < ${query.now}::timestamptz, false) as "isDue"
    from unnest(${[...query.shards]}::int[], ${[...query.bounds]}::text[]) as claimed (shard, bound)
    cross join lateral (
      select distinct person_id from (
        select person_id from positions
        where positions.shard = claimed.shard
          and wake_at >= claimed.bound::timestamptz and wake_at < ${query.now}::timestamptz
          ${readable(sql, "positions", query.unreadable)}
          and (${query.people === null} or person_id = any(${query.people === null ? [] : [...query.people]}::uuid[]))
        order by wake_at
        limit ${query.quota}
      ) due
    ) person
    join positions trip on trip.shard = claimed.shard and trip.person_id = person.person_id`;
}
