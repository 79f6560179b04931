import { type Connection, moment, type Owned, peopleOf, shardsOf } from "./connection.ts";

export async function insertMemberships(sql: Connection, rows: readonly Owned<string>[], now: number): Promise<void> {
  await sql`
    insert into segment_members (shard, segment_id, person_id, entered_at)
    select shard, segment_id, person_id, ${moment(now)}::timestamptz
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[], ${peopleOf(rows)}::uuid[])
      as joined (shard, segment_id, person_id)
    on conflict do nothing`;
}
