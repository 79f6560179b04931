import { type Connection, type Owner, plain } from "./connection.ts";

export type NewPerson = Owner & { readonly externalId: string | null; readonly anonymousId: string | null };

/** New people come without traits: those follow as a patch through the inbox, like every later change (R1). */
export async function insertPeople(sql: Connection, rows: readonly NewPerson[], at: string | null): Promise<void> {
  await sql`
    insert into people (shard, id, workspace_id, external_id, anonymous_id, created_at, last_seen_at)
    select shard, id, workspace_id, external_id, anonymous_id, coalesce(${at}::timestamptz, now()),
      coalesce(${at}::timestamptz, now())
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.personId))}::uuid[],
      ${plain(rows.map((row) => row.workspaceId))}::uuid[], ${rows.map((row) => row.externalId)}::text[],
      ${rows.map((row) => row.anonymousId)}::text[]
    ) as new (shard, id, workspace_id, external_id, anonymous_id)`;
}
