import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import type { AlertCode } from "./row.ts";

/** An alert summed over all shards. */
export type ShownAlert = {
  readonly id: string;
  readonly code: AlertCode;
  readonly journey_id: string | null;
  readonly journey_name: string | null;
  readonly text: string;
  readonly at: string;
  readonly count: number;
};

/**
 * A workspace's alerts and those of the installation, latest first: either the one with the given id, dismissed or not,
 * or those of the last days that are not dismissed. A process of the release before still writes the code
 * `mail_waiting`.
 */
export async function readAlertRows(
  sql: Connection,
  workspaceId: string,
  { id, days, limit }: { readonly id: string | null; readonly days: number; readonly limit: number },
): Promise<ShownAlert[]> {
  return await sql<ShownAlert[]>`
    with raised as (
      select id, case code when 'mail_waiting' then 'signals_waiting' else code end as code, journey_id, sum(count)::float8 as count, max(at) as at, (array_agg(text order by at desc))[1] as text
      from alerts
      where shard = any(${ALL_SHARDS}::smallint[]) and (workspace_id = ${workspaceId} or workspace_id is null)
        ${id === null ? sql`and dismissed_at is null and at > now() - make_interval(days => ${days})` : sql`and id = ${id}`}
      group by id, code, journey_id
    )
    select raised.*, j.name as journey_name from raised left join journeys j on j.id = raised.journey_id
    where raised.journey_id is null or j.id is not null
    order by raised.at desc, raised.id limit ${limit}`;
}

/** Number of alerts of a workspace that were last raised between two times (epoch ms). */
export async function countAlerts(sql: Connection, workspaceId: string, from: number, until: number): Promise<number> {
  const [row] = await sql<{ alerts: number }[]>`
    select count(distinct id)::int as alerts from alerts
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId}
      and at >= ${toSqlTimestamp(from)}::timestamptz and at < ${toSqlTimestamp(until)}::timestamptz`;
  return row?.alerts ?? 0;
}
