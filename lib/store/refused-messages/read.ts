import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import type { ChangeReason, RefusalReason } from "./reasons.ts";
import type { MessageSample } from "./table.ts";

export type RefusedHour = {
  readonly workspaceId: string;
  /** Start of the hour, in ms. */
  readonly hour: number;
  readonly refused: number;
  readonly received: number;
  /** The field for which most of them were refused. */
  readonly field: string;
};

/**
 * Hours since `since` in which more than one in `oneIn` of a workspace's messages was refused for one of the reasons.
 */
export async function findRefused(
  sql: Connection,
  reasons: readonly string[],
  since: number,
  oneIn: number,
): Promise<RefusedHour[]> {
  return await sql<RefusedHour[]>`
    select refused.workspace_id as "workspaceId", date_part('epoch', refused.hour)::float8 * 1000 as hour,
      refused.count::float8 as refused, greatest(coalesce(received.count, 0), refused.count)::float8 as received,
      refused.field
    from (
      select workspace_id, hour, sum(count)::bigint as count, (array_agg(field order by count desc, field))[1] as field
      from refused_messages
      where hour >= ${toSqlTimestamp(since)}::timestamptz and reason = any(${[...reasons]}::text[])
      group by workspace_id, hour
    ) refused
    left join message_counts received using (workspace_id, hour)
    where refused.count * ${oneIn}::int > coalesce(received.count, 0)`;
}

/** Messages with one reason and field. */
export type RefusedGroup = {
  readonly reason: RefusalReason | ChangeReason;
  readonly field: string;
  readonly count: number;
  readonly first_at: string;
  readonly last_at: string;
  readonly samples: MessageSample[] | null;
};

/**
 * A workspace's refused and changed messages of the last hours by reason and field, latest first, and the number of
 * received messages.
 */
export async function readRefused(
  sql: Connection,
  workspaceId: string,
  hours: number,
): Promise<{ readonly groups: RefusedGroup[]; readonly received: number }> {
  const since = sql`date_bin('1 hour', now(), timestamptz 'epoch') - ${hours}::int * interval '1 hour'`;
  const [groups, [received]] = await Promise.all([
    sql<RefusedGroup[]>`
      select reason, field, sum(count)::float8 as count, min(first_at) as first_at, max(last_at) as last_at,
        (array_agg(samples order by hour desc) filter (where samples <> '[]'))[1] as samples
      from refused_messages
      where workspace_id = ${workspaceId} and hour > ${since}
      group by reason, field order by max(last_at) desc, reason, field`,
    sql<{ count: number }[]>`
      select coalesce(sum(count), 0)::float8 as count from message_counts
      where workspace_id = ${workspaceId} and hour > ${since}`,
  ]);
  return { groups, received: received?.count ?? 0 };
}
