import { type Connection, type Owned, peopleOf, shardsOf } from "./connection.ts";

export async function deleteMemberships(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    delete from segment_members
    using unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[], ${peopleOf(rows)}::uuid[])
      as gone (shard, segment_id, person_id)
    where segment_members.shard = gone.shard and segment_members.segment_id = gone.segment_id
      and segment_members.person_id = gone.person_id`;
}
