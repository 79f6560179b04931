import { type Connection, plain, toSqlTimestamp } from "./connection.ts";
import type { UnreadSignal } from "./read-inbox.ts";

/** Why a signal could not be processed. */
export type Rejection = { readonly reason: "refused" | "process_died"; readonly error: string };
export type RejectedSignal = Rejection & { readonly row: UnreadSignal };

/** Copies signals out of the inbox as they are there, before the batch takes them out of it (R17). */
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
