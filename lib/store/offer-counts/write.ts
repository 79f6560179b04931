import { newId } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

const COUNTED = ["offered", "explored", "sent", "impressions", "clicks", "conversions", "dismissals"] as const;
type Counted = (typeof COUNTED)[number];

export type OfferDelta = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly flowId: string;
  readonly offerId: string;
} & { readonly [Name in Counted]?: number };

const columns = (sql: Connection) => sql.unsafe(COUNTED.join(", "));

/** Appends what happened with offers; summed before, so that a batch writes one row for each offer and flow (R9). */
export async function insertOfferCounts(sql: Connection, given: readonly OfferDelta[]): Promise<void> {
  const rows = sum(given);
  if (rows.length === 0) return;
  const counts = COUNTED.map((name) => sql`${plain(rows.map((row) => row[name] ?? 0))}::bigint[]`);
  await sql`
    insert into offer_counts (shard, id, workspace_id, flow_id, offer_id, ${columns(sql)})
    select * from unnest(
      ${plain(rows.map((row) => row.shard))}::smallint[], ${plain(rows.map((row) => newId(row.shard)))}::uuid[],
      ${plain(rows.map((row) => row.workspaceId))}::uuid[], ${plain(rows.map((row) => row.flowId))}::uuid[],
      ${plain(rows.map((row) => row.offerId))}::uuid[],
      ${counts.reduce((list, one) => sql`${list}, ${one}`)})`;
}

function sum(given: readonly OfferDelta[]): OfferDelta[] {
  const sums = new Map<string, OfferDelta>();
  for (const row of given) {
    const key = `${row.shard} ${row.flowId} ${row.offerId}`;
    const before = sums.get(key);
    const added = COUNTED.map((name) => [name, (before?.[name] ?? 0) + (row[name] ?? 0)]);
    sums.set(key, { ...row, ...Object.fromEntries(added) });
  }
  return [...sums.values()];
}

export async function rollUpOfferCounts(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from offer_counts where shard = ${shard} returning *)
    insert into offer_counts (shard, id, workspace_id, flow_id, offer_id, ${columns(sql)})
    select shard, gen_random_uuid(), workspace_id, flow_id, offer_id, sum(offered), sum(explored), sum(sent),
      sum(impressions), sum(clicks), sum(conversions), sum(dismissals)
    from gone
    group by shard, workspace_id, flow_id, offer_id`;
}
