import { ALL_SHARDS } from "#db";
import { type AuditScope, NAMED } from "./scope.ts";

export type OfferMismatch = {
  readonly offer: string;
  readonly counter: string;
  readonly counted: number;
  readonly there: number;
};

/**
 * Compares the counters of offers with the stored decisions and outcomes. Erasing people and deleting journeys keeps the
 * counters, so they may be higher then (R40). They belong to no journey.
 */
export async function findOfferMismatches({ sql, scope }: AuditScope): Promise<OfferMismatch[]> {
  if (scope.journeyId !== undefined) return [];
  const shards = sql`${[...ALL_SHARDS]}::smallint[]`;
  const own = scope.workspaceId ? sql`and workspace_id = ${scope.workspaceId}` : sql``;
  return await sql<OfferMismatch[]>`
    with sides as (
      select workspace_id, offer_id, counter, amount as counted, 0 as there
      from offer_counts cross join lateral (values ('offered', offered), ('explored', explored),
        ('impressions', impressions), ('clicks', clicks), ('conversions', conversions), ('dismissals', dismissals)
      ) as by_counter (counter, amount)
      where shard = any(${shards}) ${own}
      union all
      select workspace_id, offer_id, counter, 0, 1
      from offer_decisions cross join lateral (values ('offered', true), ('explored', explored)) as by_kind (counter, applies)
      where shard = any(${shards}) and applies ${own}
      union all
      select workspace_id, offer_id, case outcome when 'impression' then 'impressions' when 'click' then 'clicks'
        when 'conversion' then 'conversions' else 'dismissals' end, 0, 1
      from outcomes where shard = any(${shards}) and offer_id is not null ${own}
    )
    select coalesce(offers.name, sides.offer_id::text) as offer, counter,
      sum(counted)::float8 as counted, sum(there)::float8 as there
    from sides left join offers on offers.id = sides.offer_id
    group by sides.workspace_id, sides.offer_id, offers.name, counter
    having sum(counted) < sum(there) or (sum(counted) > sum(there) and not exists (
      select from operations o
      where o.workspace_id = sides.workspace_id and (o.kind like 'erase%' or o.kind = 'delete_journey')))
    order by 1, 2
    limit ${NAMED}`;
}
