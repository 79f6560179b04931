import type { Subscription } from "#consent";
import { shardOf } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

export type SubscriptionRow = Subscription & { readonly personId: string };

/** All subscriptions of people. */
export async function readSubscriptions(sql: Connection, people: readonly string[]): Promise<SubscriptionRow[]> {
  if (people.length === 0) return [];
  return await sql<SubscriptionRow[]>`
    select person_id as "personId", topic, channel, state, source, floor(date_part('epoch', at) * 1000) as at
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join subscriptions on subscriptions.shard = wanted.shard and subscriptions.person_id = wanted.id
    order by subscriptions.person_id, topic, channel`;
}
