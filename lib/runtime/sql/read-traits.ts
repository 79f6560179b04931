import { shardOf } from "#db";
import { type Connection, plain } from "./connection.ts";

type Traits = Record<string, unknown>;

/** People's traits, and the changes to them that wait in the inbox, in order. */
export async function readTraits(
  sql: Connection,
  people: readonly string[],
): Promise<{ personId: string; traits: Traits; patches: (Traits | null)[] }[]> {
  return await sql<{ personId: string; traits: Traits; patches: (Traits | null)[] }[]>`
    select p.id as "personId", p.traits, (
        select coalesce(json_agg(i.payload -> 'patch' -> 'traits' order by i.received_at, i.id), '[]') from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch') as patches
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people p on p.shard = wanted.shard and p.id = wanted.id`;
}
