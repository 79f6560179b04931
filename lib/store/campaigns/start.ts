import { newId } from "#db";
import type { SliceQuery, SliceResult } from "../operations/slice.ts";
import type { Source } from "../people/newcomers.ts";
import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";

/** What the event of a campaign's start says. */
export type StartedCampaign = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly kind: "public" | "private";
  readonly contentId: string | null;
};

/** The properties of `campaign.public.started` and `campaign.private.started`. */
export const startProperties = ({ id, key, number, ...rest }: StartedCampaign): Record<string, unknown> => ({
  campaignId: id,
  campaignKey: key,
  campaignNumber: number,
  ...rest,
});

export async function readStartedCampaign(sql: Connection, id: string): Promise<StartedCampaign | undefined> {
  const [row] = await sql<StartedCampaign[]>`
    select id, key, number, name, kind, content_id as "contentId" from campaigns where id = ${id} and status = 'active'`;
  return row;
}

/**
 * Writes the event of a campaign's start for the people of a slice, in one statement: into their logs, and into their
 * inboxes if anything listens to it.
 */
export async function startForPeople(
  { sql, operation, shard, limit, now }: SliceQuery,
  { from }: Source,
  campaign: StartedCampaign,
): Promise<SliceResult> {
  const ids = Array.from({ length: limit }, () => newId(shard, now));
  const name = `campaign.${campaign.kind}.started`;
  const properties = startProperties(campaign);
  const event = { name, properties, timestamp: now, receivedAt: now };
  const [row] = await sql<{ done: number; last: string | null }[]>`
    with given as materialized (
      select ${plain(ids)}::uuid[] as ids, ${JSON.stringify(properties)}::text::json as properties,
        ${JSON.stringify(event)}::text::jsonb as event
    ), reached as materialized (
      select person_id, ((select given.ids from given))[place] as event_id,
        ${toSqlTimestamp(now)}::timestamptz + place * interval '1 microsecond' as at
      from (
        select person_id, row_number() over (order by person_id) as place
        from (select people.id as person_id ${from}) as chosen
      ) as placed
    ), logged as (
      insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)
      select ${shard}, at, event_id, ${operation.workspaceId}, person_id, ${name}, (select properties from given), at
      from reached
    ), told as (
      insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
      select ${shard}, at, event_id, ${operation.workspaceId}, person_id, 'event',
        jsonb_build_object('event', (select event from given) || jsonb_build_object('id', event_id))
      from reached
      where exists (
        select from event_interest where workspace_id = ${operation.workspaceId} and name = ${name})
    )
    select count(*)::int as done, max(person_id::text collate "C") as last from reached`;
  const { done = 0, last = null } = row ?? {};
  return { done, cursor: done < limit ? null : last };
}
