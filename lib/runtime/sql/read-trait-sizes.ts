import { shardOf } from "#db";
import { type Connection, plain } from "./connection.ts";

export type TraitSize = { readonly personId: string; readonly bytes: number };

/** At most how many bytes of JSON people's traits have, with what still waits for them in the inbox. */
export async function readTraitSizes(sql: Connection, people: readonly string[]): Promise<TraitSize[]> {
  return await sql<TraitSize[]>`
    select p.id as "personId", (octet_length(p.traits::text) + coalesce((
        select sum(octet_length(i.payload -> 'patch' ->> 'traits')) from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch'), 0))::float8 as bytes
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people p on p.shard = wanted.shard and p.id = wanted.id`;
}
