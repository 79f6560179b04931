import { newId, type Sql, shardOf, type TransactionSql } from "#db";

/** A signal for a person's inbox; `payload` is the signal without its id and time. */
export type InboxRow = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly id?: string;
  /** Only with a virtual clock; otherwise the database sets the time (R3). */
  readonly receivedAt?: Date;
};

/**
 * Writes signals to the inboxes of their shards in the caller's transaction, in the given order (a microsecond apart)
 * (R1).
 */
export async function appendSignals(sql: Sql | TransactionSql, rows: readonly InboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, coalesce(received_at::timestamptz, now_once.at) + place * interval '1 microsecond', id::uuid, workspace_id::uuid, person_id::uuid, kind, payload::json
    from (select clock_timestamp() as at) now_once, unnest(
      ${rows.map((row) => shardOf(row.personId))}::int[],
      ${rows.map((row) => row.receivedAt?.toISOString() ?? null)}::text[],
      ${rows.map((row) => row.id ?? newId(shardOf(row.personId)))}::text[],
      ${rows.map((row) => row.workspaceId)}::text[],
      ${rows.map((row) => row.personId)}::text[],
      ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => JSON.stringify(row.payload))}::text[]
    ) with ordinality as signal (shard, received_at, id, workspace_id, person_id, kind, payload, place)`;
}
