import type { PersonPreferences } from "#consent";
import { shardOf } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

export type PreferencesRow = PersonPreferences & { readonly personId: string; readonly lastDelivery: string | null };

/** The preferences of those people who have any. */
export async function readPreferences(sql: Connection, people: readonly string[]): Promise<PreferencesRow[]> {
  if (people.length === 0) return [];
  return await sql<PreferencesRow[]>`
    select person_id as "personId", track_opens as "trackOpens", track_clicks as "trackClicks", frequency,
      floor(date_part('epoch', snoozed_until) * 1000) as "snoozedUntil",
      floor(date_part('epoch', last_marketing_at) * 1000) as "lastMarketingAt", last_delivery as "lastDelivery"
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join preferences on preferences.shard = wanted.shard and preferences.person_id = wanted.id`;
}
