import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

export type RefusedHour = {
  readonly workspaceId: string;
  /** When the hour began, in ms. */
  readonly hour: number;
  readonly refused: number;
  readonly received: number;
  /** The field that most of them were refused for. */
  readonly field: string;
};

/** Hours since `since` in which more than one in `oneIn` of a workspace's messages were refused for one of the reasons. */
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
