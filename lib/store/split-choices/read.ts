import { type Connection, plain } from "../sql/connection.ts";

export type StickyChoiceRow = { readonly personId: string; readonly nodeId: string; readonly edgeId: string };

/** The path that each person took first at the splits that send them the same way every time. */
export async function readStickyChoices(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<StickyChoiceRow[]> {
  return await sql<StickyChoiceRow[]>`
    select distinct on (person_id, node_id) person_id as "personId", node_id as "nodeId", edge_id as "edgeId"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join split_choices on split_choices.shard = wanted.shard and split_choices.person_id = wanted.id and sticky
    order by person_id, node_id, at, enrollment_id`;
}
