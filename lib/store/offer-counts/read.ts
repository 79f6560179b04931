import { ALL_SHARDS } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

/** What happened with an offer so far. `explored` are the picks that sampling made to learn. */
export type OfferCount = {
  readonly offered: number;
  readonly explored: number;
  readonly sent: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly dismissals: number;
};

/** Sums of the counters by offer, in one flow or in all. The cost depends on offers and flows, not on people. */
export async function readOfferCounts(
  sql: Connection,
  workspaceId: string,
  { offerIds, flowId }: { readonly offerIds: readonly string[]; readonly flowId?: string },
): Promise<Map<string, OfferCount>> {
  if (offerIds.length === 0) return new Map();
  const rows = await sql<(OfferCount & { offerId: string })[]>`
    select offer_id as "offerId", sum(offered)::float8 as offered, sum(explored)::float8 as explored,
      sum(sent)::float8 as sent, sum(impressions)::float8 as impressions, sum(clicks)::float8 as clicks,
      sum(conversions)::float8 as conversions, sum(dismissals)::float8 as dismissals
    from offer_counts
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId}
      and offer_id = any(${plain(offerIds)}::uuid[])
      ${flowId === undefined ? sql`` : sql`and flow_id = ${flowId}`}
    group by offer_id`;
  return new Map(rows.map(({ offerId, ...count }) => [offerId, count]));
}
