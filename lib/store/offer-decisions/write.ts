import type { OfferPick } from "#engine";
import { type Connection, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "../sql/connection.ts";

/** Stores the offers that decisions of a batch picked. */
export async function insertOfferDecisions(sql: Connection, rows: readonly Owned<OfferPick>[]): Promise<void> {
  await sql`
    insert into offer_decisions (shard, id, workspace_id, person_id, journey_id, enrollment_id, node_id, visit, flow_id,
      offer_id, rank, score, explored, at)
    select shard, id, workspace_id, person_id, journey_id, enrollment_id, node_id, visit, flow_id, offer_id, rank, score,
      explored, to_timestamp(at / 1000)
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[],
      ${plain(workspacesOf(rows))}::uuid[], ${plain(peopleOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => row.journeyId))}::uuid[], ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[],
      ${plain(rows.map(({ row }) => row.nodeId))}::uuid[], ${plain(rows.map(({ row }) => row.visit))}::int[],
      ${plain(rows.map(({ row }) => row.flowId))}::uuid[], ${plain(rows.map(({ row }) => row.offerId))}::uuid[],
      ${plain(rows.map(({ row }) => row.rank))}::int[], ${plain(rows.map(({ row }) => row.score))}::float8[],
      ${plain(rows.map(({ row }) => (row.explored ? "t" : "f")))}::boolean[],
      ${plain(rows.map(({ row }) => row.at))}::float8[]
    ) as new (shard, id, workspace_id, person_id, journey_id, enrollment_id, node_id, visit, flow_id, offer_id, rank,
      score, explored, at)`;
}
