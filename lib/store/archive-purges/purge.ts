import { newId, type Sql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";

const PER_SHARD = 500;

export type Purge = {
  readonly id: string;
  readonly workspaceId: string;
  readonly keepDays: number;
  /** Epoch ms. */
  readonly until: number;
};

/** The workspaces that keep what was rendered for a time, and for how many days. */
export async function readArchiveDays(sql: Sql): Promise<{ workspaceId: string; keepDays: number }[]> {
  return await sql<{ workspaceId: string; keepDays: number }[]>`
    select id as "workspaceId", (settings -> 'archive' ->> 'keepDays')::int as "keepDays" from workspaces
    where jsonb_typeof(settings -> 'archive' -> 'keepDays') = 'number'`;
}

export const newPurge = (workspaceId: string, keepDays: number, until: number): Purge => {
  return { id: newId(), workspaceId, keepDays, until };
};

/**
 * Takes the text of some finished messages out, and counts them on the receipt, in one transaction; returns how many. What
 * stays is that they were sent, to whom, when, and what happened to them.
 */
export async function purgeSlice(sql: Sql, { id, workspaceId, keepDays, until }: Purge): Promise<number> {
  return await sql.begin(async (tx) => {
    const gone = await tx`
      update deliveries set rendered = null, subject = null, variables = '{}', response = null
      from shards as looked, lateral (
        select id from deliveries as old
        where old.shard = looked.shard and old.workspace_id = ${workspaceId} and queued_at < ${toSqlTimestamp(until)}::timestamptz
          and rendered is not null
          and status in ('sent', 'captured', 'completed', 'dismissed', 'failed', 'cancelled', 'skipped')
        order by queued_at limit ${PER_SHARD}
      ) old
      where deliveries.shard = looked.shard and deliveries.id = old.id`;
    if (gone.count > 0)
      await tx`
        insert into archive_purges as known (id, workspace_id, keep_days, until, messages)
        values (${id}, ${workspaceId}, ${keepDays}, ${toSqlTimestamp(until)}::timestamptz, ${gone.count})
        on conflict (id) do update set messages = known.messages + excluded.messages`;
    return gone.count;
  });
}

/** Nothing older is left. */
export async function finishPurge(sql: Sql, { id }: Purge): Promise<void> {
  await sql`update archive_purges set finished_at = clock_timestamp() where id = ${id}`;
}
