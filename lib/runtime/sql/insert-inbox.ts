import { type Connection, documents, type Owner, plain } from "./connection.ts";

export type NewSignal = Owner & {
  readonly id: string;
  readonly receivedAt: string;
  readonly kind: "event" | "patch" | "merge";
  /** Name of an event; `null` = enters in any case. */
  readonly name: string | null;
  readonly payload: Record<string, unknown>;
};

/** Interest is decided here, in SQL, never from memory: a journey published a moment ago must not miss its trigger (R25). */
export async function insertInbox(sql: Connection, rows: readonly NewSignal[]): Promise<number> {
  const inserted = await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, received_at::timestamptz, id, workspace_id, person_id, kind, payload::json
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::text[],
      ${plain(rows.map((row) => row.id))}::uuid[], ${plain(rows.map((row) => row.workspaceId))}::uuid[],
      ${plain(rows.map((row) => row.personId))}::uuid[], ${plain(rows.map((row) => row.kind))}::text[],
      ${rows.map((row) => row.name)}::text[], string_to_array(${documents(rows.map((row) => row.payload))}::text, E'\\n', '')
    ) as new (shard, received_at, id, workspace_id, person_id, kind, name, payload)
    where name is null or exists (
      select from event_interest as interest
      where interest.workspace_id = new.workspace_id and interest.name = new.name)`;
  return inserted.count;
}
