import type { Connection } from "../sql/connection.ts";

export type NewIdentity = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly kind: string;
  readonly value: string;
  readonly personId: string;
};

/** Returns how many of the keys were still free. The others were taken first by another batch (R37). */
export async function insertIdentities(sql: Connection, rows: readonly NewIdentity[]): Promise<number> {
  const inserted = await sql`
    insert into identities (shard, workspace_id, kind, value, person_id)
    select * from unnest(
      ${rows.map((row) => row.shard)}::smallint[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.value)}::text[],
      ${rows.map((row) => row.personId)}::uuid[])
    on conflict do nothing`;
  return inserted.count;
}
