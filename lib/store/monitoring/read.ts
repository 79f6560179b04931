import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Size of the database in bytes, and its connections. */
export async function readDatabaseFigures(sql: Connection): Promise<{ bytes: number; connections: number }> {
  const [row] = await sql<{ bytes: number; connections: number }[]>`
    select pg_database_size(current_database())::float8 as bytes,
      (select numbackends from pg_stat_database where datname = current_database()) as connections`;
  return row ?? { bytes: Number.NaN, connections: Number.NaN };
}

/** Since when the most overdue message has been due, in ms since 1970; `null`: none is due. One index probe a shard and kind. */
export async function readOldestDueDelivery(sql: Connection, now: Date): Promise<number | null> {
  const [row] = await sql<{ since: number | null }[]>`
    select floor(extract(epoch from min(least(mail, webhook))) * 1000)::float8 as since
    from (
      select
        (select next_attempt_at from deliveries d
         where d.shard = looked.shard and status in ('queued','sending') and channel <> 'webhook'
         order by next_attempt_at limit 1) as mail,
        (select next_attempt_at from deliveries d
         where d.shard = looked.shard and status in ('queued','sending') and channel = 'webhook'
         order by next_attempt_at limit 1) as webhook
      from shards as looked
    ) oldest
    where least(mail, webhook) < ${now.toISOString()}::timestamptz`;
  return row?.since ?? null;
}

/** Set-wise operations that are not finished. */
export async function countOpenOperations(sql: Connection): Promise<readonly { label: string; count: number }[]> {
  return await sql<{ label: string; count: number }[]>`
    select status as label, count(*)::int as count from operations where status in ('waiting','running') group by status`;
}

/** Alerts of all workspaces raised since then (ms since 1970) and not dismissed. */
export async function countAlerts(
  sql: Connection,
  since: number,
): Promise<readonly { label: string; count: number }[]> {
  return await sql<{ label: string; count: number }[]>`
    select code as label, count(distinct id)::int as count from alerts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and at > ${new Date(since).toISOString()}::timestamptz and dismissed_at is null
    group by code`;
}
