import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type StickyChoiceRow = { readonly personId: string; readonly nodeId: string; readonly edgeId: string };

/** The first path of each person at sticky splits; with `before` (in ms) only choices made before that time. */
export async function readStickyChoices(
  sql: Connection,
  shards: number[],
  people: string[],
  before?: number,
): Promise<StickyChoiceRow[]> {
  const taken = before === undefined ? sql`` : sql`and at < ${toSqlTimestamp(before)}::timestamptz`;
  return await sql<StickyChoiceRow[]>`
    select distinct on (person_id, node_id) person_id as "personId", node_id as "nodeId", edge_id as "edgeId"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join split_choices on split_choices.shard = wanted.shard ${ofOneShard(sql, "split_choices", shards)}
      and split_choices.person_id = wanted.id and sticky
      ${taken}
    order by person_id, node_id, at, enrollment_id`;
}

/** The chosen path by person and node. */
export function chosenBy(rows: readonly StickyChoiceRow[]): Map<string, Record<string, string>> {
  const chosen = new Map<string, Record<string, string>>();
  for (const { personId, nodeId, edgeId } of rows) chosen.set(personId, { ...chosen.get(personId), [nodeId]: edgeId });
  return chosen;
}
