import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import type { AlertRow } from "./row.ts";

/**
 * One row per (code, journey, hour) and shard. Raising an alert again increases its count; a dismissed alert stays
 * dismissed.
 */
export async function upsertAlerts(sql: Connection, rows: readonly AlertRow[]): Promise<void> {
  await sql`
    insert into alerts as known (shard, id, workspace_id, journey_id, code, text, count, detail, at)
    select shard, id, workspace_id::uuid, journey_id::uuid, code, text, count, detail::jsonb, at::timestamptz
    from unnest(
      ${rows.map((row) => row.shard)}::smallint[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.workspaceId)}::text[], ${rows.map((row) => row.journeyId)}::text[],
      ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.text)}::text[],
      ${rows.map((row) => row.count)}::int[], ${rows.map((row) => JSON.stringify(row.detail ?? {}))}::text[],
      ${rows.map((row) => toSqlTimestamp(row.at))}::text[]
    ) as new (shard, id, workspace_id, journey_id, code, text, count, detail, at)
    on conflict (shard, id) do update set
      count = case when known.id = any(${rows.filter((row) => row.counting === "is").map((row) => row.id)}::uuid[])
        then excluded.count else known.count + excluded.count end,
      text = excluded.text, detail = excluded.detail, at = greatest(known.at, excluded.at)`;
}

/** Deletes alerts that were last raised before a time. */
export async function deleteOldAlerts(sql: Connection, before: number): Promise<void> {
  await sql`
    delete from alerts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and at < ${toSqlTimestamp(before)}::timestamptz`;
}

/** Dismisses an alert in every shard that raised it. It stays dismissed if it is raised again within its hour. */
export async function dismissAlertRows(sql: Connection, id: string): Promise<void> {
  await sql`
    update alerts set dismissed_at = coalesce(dismissed_at, now())
    where shard = any(${ALL_SHARDS}::smallint[]) and id = ${id}`;
}
