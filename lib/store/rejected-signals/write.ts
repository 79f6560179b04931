import { and, eq, inArray } from "drizzle-orm";
import type { Sql, Transaction } from "#db";
import type { UnreadSignal } from "../inbox/read.ts";
import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";
import { rejectedSignals } from "./table.ts";

/** Why a signal could not be processed. */
export type Rejection = { readonly reason: "refused" | "process_died"; readonly error: string };

export type RejectedSignal = Rejection & { readonly row: UnreadSignal };

/** Copies signals from the inbox before the batch deletes them there (R17). */
export async function insertRejectedSignals(
  sql: Connection,
  signals: readonly RejectedSignal[],
  now: number,
): Promise<void> {
  await sql`
    insert into rejected_signals
      (shard, id, workspace_id, person_id, received_at, kind, payload, reason, error, rejected_at)
    select inbox.shard, inbox.id, inbox.workspace_id, inbox.person_id, inbox.received_at, inbox.kind, inbox.payload,
      kept.reason, kept.error, ${toSqlTimestamp(now)}::timestamptz
    from unnest(
      ${plain(signals.map(({ row }) => row.shard))}::int[], ${plain(signals.map(({ row }) => row.receivedAt))}::float8[],
      ${plain(signals.map(({ row }) => row.id))}::uuid[], ${signals.map(({ reason }) => reason)}::text[],
      ${signals.map(({ error }) => error)}::text[]
    ) as kept (shard, received_at, id, reason, error)
    join inbox on inbox.shard = kept.shard and inbox.received_at = to_timestamp(kept.received_at / 1000000)
      and inbox.id = kept.id
    on conflict (shard, id) do update set reason = excluded.reason, error = excluded.error, rejected_at = excluded.rejected_at`;
}

const PER_WORKSPACE = 1_000;

/** Deletes rejected signals after their retention, counted from when they were set aside; a limited number per call. */
export async function deleteOldSignals(sql: Sql, before: number): Promise<number> {
  const gone = await sql`
    delete from rejected_signals
    using workspaces, lateral (
      select shard, id from rejected_signals as old
      where old.workspace_id = workspaces.id and old.rejected_at < ${toSqlTimestamp(before)}::timestamptz
      order by old.rejected_at limit ${PER_WORKSPACE}
    ) old
    where rejected_signals.shard = old.shard and rejected_signals.id = old.id`;
  return gone.count;
}

/** Deletes those of a workspace's kept signals that have these ids; returns how many there were. */
export async function deleteRejected(tx: Transaction, workspaceId: string, ids: readonly string[]): Promise<number> {
  const gone = await tx
    .delete(rejectedSignals)
    .where(and(eq(rejectedSignals.workspaceId, workspaceId), inArray(rejectedSignals.id, [...ids])))
    .returning({ id: rejectedSignals.id });
  return gone.length;
}
