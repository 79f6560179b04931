import type { Connection } from "./connection.ts";

type Place = { readonly shard: number; readonly personId: string };

/** The survivor is on the lists of the merged person since that one was, but for some; where they were on already, they stay. */
export async function joinMemberships(sql: Connection, from: Place, to: Place, but: readonly string[]): Promise<void> {
  await sql`
    with gone as (
      delete from segment_members where shard = ${from.shard} and person_id = ${from.personId}
      returning segment_id, entered_at
    )
    insert into segment_members (shard, segment_id, person_id, entered_at)
    select ${to.shard}, segment_id, ${to.personId}, entered_at from gone
    where not segment_id = any(${[...but]}::uuid[])
    on conflict do nothing`;
}
