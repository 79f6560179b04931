import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

export type DeliveryCounts = {
  readonly nodeId: string;
  readonly sent: number;
  readonly captured: number;
  readonly openTracked: number;
  readonly clickTracked: number;
  readonly delivered: number;
  readonly opened: number;
  readonly machineOpened: number;
  readonly clicked: number;
  readonly bounced: number;
  readonly complained: number;
  readonly unsubscribed: number;
};

/** What happened to the messages of each step of a journey; of one version, or of all. */
export async function readDeliveryCounts(
  sql: Connection,
  journeyId: string,
  versionId: string | null,
): Promise<DeliveryCounts[]> {
  return await sql<DeliveryCounts[]>`
    select node_id as "nodeId", sum(sent)::float8 as sent, sum(captured)::float8 as captured, sum(open_tracked)::float8 as "openTracked",
      sum(click_tracked)::float8 as "clickTracked", sum(delivered)::float8 as delivered, sum(opened)::float8 as opened,
      sum(machine_opened)::float8 as "machineOpened", sum(clicked)::float8 as clicked, sum(bounced)::float8 as bounced,
      sum(complained)::float8 as complained, sum(unsubscribed)::float8 as unsubscribed
    from delivery_counts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and journey_id = ${journeyId}
      and (${versionId}::text is null or version_id = ${versionId}::text::uuid)
    group by node_id`;
}

export type MessageTotals = Omit<DeliveryCounts, "nodeId"> & { readonly journeyId: string };

/** The same for whole journeys; a journey that sent nothing is left out. */
export async function sumDeliveryCounts(sql: Connection, journeyIds: readonly string[]): Promise<MessageTotals[]> {
  if (journeyIds.length === 0) return [];
  return await sql<MessageTotals[]>`
    select journey_id as "journeyId", sum(sent)::float8 as sent, sum(captured)::float8 as captured, sum(open_tracked)::float8 as "openTracked",
      sum(click_tracked)::float8 as "clickTracked", sum(delivered)::float8 as delivered, sum(opened)::float8 as opened,
      sum(machine_opened)::float8 as "machineOpened", sum(clicked)::float8 as clicked, sum(bounced)::float8 as bounced,
      sum(complained)::float8 as complained, sum(unsubscribed)::float8 as unsubscribed
    from delivery_counts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and journey_id = any(${[...journeyIds]}::text[]::uuid[])
    group by journey_id`;
}
