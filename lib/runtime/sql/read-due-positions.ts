import type { Connection } from "./connection.ts";
import { type PositionRow, positionColumns } from "./read-positions.ts";
import { readable, type Unreadable } from "./readable.ts";

/** A running enrollment of somebody who has one that is due: that one, or another of theirs. */
export type DuePositionRow = PositionRow & {
  readonly shard: number;
  readonly workspaceId: string;
  readonly isDue: boolean;
};

/**
 * Enrollments whose time has come, from a lower bound of the partial index, so that the cost follows what is due (R8), and with
 * each all that the person runs, as they are stepped together (R19).
 */
export async function readDuePositions(
  sql: Connection,
  query: {
    readonly shards: readonly number[];
    readonly bounds: readonly string[];
    readonly now: string;
    readonly quota: number;
    readonly people: readonly string[] | null;
    readonly unreadable: Unreadable;
  },
): Promise<DuePositionRow[]> {
  return await sql<DuePositionRow[]>`
    select claimed.shard, enrollment.workspace_id as "workspaceId", ${positionColumns(sql, "enrollment")},
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
    join positions enrollment on enrollment.shard = claimed.shard and enrollment.person_id = person.person_id`;
}
