import type { SplitChoice } from "#engine";
import { type Connection, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "./connection.ts";

export type Exposed = {
  readonly shard: number;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly arm: string;
};

/** A person's first visit of a split is their exposure, later ones change nothing (R54). Answers the people it was new for. */
export async function insertExposures(sql: Connection, rows: readonly Owned<SplitChoice>[]): Promise<Exposed[]> {
  const first = rows.toSorted(({ row: left }, { row: right }) => left.at - right.at);
  return await sql<Exposed[]>`
    insert into exposures (shard, journey_id, person_id, node_id, arm, workspace_id, at)
    select shard, journey_id, person_id, node_id, arm, workspace_id, to_timestamp(at / 1000)
    from unnest(
      ${plain(shardsOf(first))}::int[], ${plain(first.map(({ row }) => row.journeyId))}::uuid[],
      ${plain(peopleOf(first))}::uuid[], ${plain(first.map(({ row }) => row.nodeId))}::uuid[],
      ${plain(first.map(({ row }) => row.edgeId))}::text[], ${plain(workspacesOf(first))}::uuid[],
      ${plain(first.map(({ row }) => row.at))}::float8[]
    ) as new (shard, journey_id, person_id, node_id, arm, workspace_id, at)
    on conflict do nothing
    returning shard, journey_id as "journeyId", node_id as "nodeId", arm`;
}
