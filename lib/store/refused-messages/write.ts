import type { Sql, TransactionSql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import type { MessageSample } from "./table.ts";

export type RefusedRow = {
  readonly workspaceId: string;
  readonly reason: string;
  readonly field: string;
  count: number;
  readonly samples: MessageSample[];
};

/**
 * Adds to the counts of the present hour, and keeps the first few messages of each hour as samples. The rows are
 * sorted, because several processes write the same rows.
 */
export async function upsertRefusedMessages(
  sql: TransactionSql,
  rows: readonly RefusedRow[],
  received: ReadonlyMap<string, number>,
  samples: number,
): Promise<void> {
  if (received.size > 0) {
    await sql`
      insert into message_counts as known (workspace_id, hour, count)
      select workspace_id, date_bin('1 hour', now(), timestamptz 'epoch'), count
      from unnest(${[...received.keys()]}::uuid[], ${[...received.values()]}::bigint[]) as new (workspace_id, count)
      where exists (select from workspaces where workspaces.id = new.workspace_id)
      order by workspace_id
      on conflict (workspace_id, hour) do update set count = known.count + excluded.count`;
  }
  if (rows.length === 0) return;
  await sql`
    insert into refused_messages as known (workspace_id, hour, reason, field, count, samples)
    select workspace_id, date_bin('1 hour', now(), timestamptz 'epoch'), reason, field, count, samples::jsonb
    from unnest(
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.reason)}::text[],
      ${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.count)}::bigint[],
      ${rows.map((row) => JSON.stringify(row.samples))}::text[]
    ) as new (workspace_id, reason, field, count, samples)
    where exists (select from workspaces where workspaces.id = new.workspace_id)
    order by workspace_id, reason, field
    on conflict (workspace_id, hour, reason, field) do update set
      count = known.count + excluded.count, last_at = excluded.last_at,
      samples = jsonb_path_query_array(known.samples || excluded.samples, '$[0 to $last]',
        jsonb_build_object('last', ${samples - 1}::int))`;
}

/**
 * Deletes old counts and samples of refused messages. There are few rows per hour, so they are not deleted in slices.
 */
export async function deleteOldMessages(sql: Sql, before: number): Promise<void> {
  await sql`delete from refused_messages where hour < ${toSqlTimestamp(before)}::timestamptz`;
  await sql`delete from message_counts where hour < ${toSqlTimestamp(before)}::timestamptz`;
}
