import type { Connection } from "./connection.ts";
import { readable, type Unreadable } from "./readable.ts";

export type DueRow = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly personId: string;
  readonly enrollmentId: string;
  readonly wakeAt: number;
};

/** Trips whose time has come, from a lower bound of the partial index, so that the cost follows what is due (R8). */
export async function readDuePeople(
  sql: Connection,
  query: {
    readonly shards: readonly number[];
    readonly bounds: readonly string[];
    readonly now: string;
    readonly quota: number;
    readonly people: readonly string[] | null;
    readonly unreadable: Unreadable;
  },
): Promise<DueRow[]> {
  return await sql<DueRow[]>`
    select claimed.shard, due.workspace_id as "workspaceId", due.person_id as "personId",
      due.enrollment_id as "enrollmentId", floor(date_part('epoch', due.wake_at) * 1000 + 0.0005) as "wakeAt"
    from unnest(${[...query.shards]}::int[], ${[...query.bounds]}::text[]) as claimed (shard, bound)
    cross join lateral (
      select * from positions
      where positions.shard = claimed.shard
        and wake_at >= claimed.bound::timestamptz and wake_at < ${query.now}::timestamptz
        ${readable(sql, "positions", query.unreadable)}
        and (${query.people === null} or person_id = any(${query.people === null ? [] : [...query.people]}::uuid[]))
      order by wake_at
      limit ${query.quota}
    ) due`;
}
