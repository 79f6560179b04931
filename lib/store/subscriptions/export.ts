import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

type Person = { readonly personId: string; readonly userId: string | null; readonly anonymousId: string | null };
export type ExportedSubscription = Person & {
  readonly topic: string;
  readonly channel: string;
  readonly state: string;
  readonly at: number;
};

/** Where a part of an export ends: shard, person, topic and channel. */
export type ExportPlace = { readonly shard: number; readonly personId: string; readonly rest: string };

/** The answers of a workspace about topics and channels, in the order of their keys. */
export async function exportSubscriptions(
  sql: Connection,
  workspaceId: string,
  after: ExportPlace,
  limit: number,
): Promise<ExportedSubscription[]> {
  const rows: ExportedSubscription[] = [];
  for (const shard of ALL_SHARDS.filter((one) => one >= after.shard)) {
    const isFirst = shard === after.shard;
    rows.push(
      ...(await sql<ExportedSubscription[]>`
        select s.person_id as "personId", p.external_id as "userId", p.anonymous_id as "anonymousId", s.topic, s.channel,
          s.state, floor(date_part('epoch', s.at) * 1000) as at
        from subscriptions s join people p on p.shard = s.shard and p.id = s.person_id
        where s.shard = ${shard} and s.workspace_id = ${workspaceId}
          ${isFirst ? sql`and (s.person_id, s.topic || ' ' || s.channel) > (${after.personId}::uuid, ${after.rest})` : sql``}
        order by s.person_id, s.topic || ' ' || s.channel limit ${limit - rows.length}`),
    );
    if (rows.length >= limit) break;
  }
  return rows;
}
