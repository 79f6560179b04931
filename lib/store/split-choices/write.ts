import type { SplitChoice } from "#engine";
import { type Connection, type Owned, peopleOf, plain, shardsOf, workspacesOf } from "../sql/connection.ts";

/** An enrollment that draws again, because a migration removed its path, keeps one row with its present path. */
export async function insertSplitChoices(sql: Connection, rows: readonly Owned<SplitChoice>[]): Promise<void> {
  await sql`
    insert into split_choices (shard, enrollment_id, node_id, edge_id, workspace_id, journey_id, version_id, person_id,
      sticky, at)
    select shard, enrollment_id, node_id, edge_id, workspace_id, journey_id, version_id, person_id, sticky,
      to_timestamp(at / 1000)
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[],
      ${plain(rows.map(({ row }) => row.nodeId))}::uuid[], ${plain(rows.map(({ row }) => row.edgeId))}::uuid[],
      ${plain(workspacesOf(rows))}::uuid[], ${plain(rows.map(({ row }) => row.journeyId))}::uuid[],
      ${plain(rows.map(({ row }) => row.versionId))}::uuid[], ${plain(peopleOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => (row.sticky ? "t" : "f")))}::boolean[],
      ${plain(rows.map(({ row }) => row.at))}::float8[]
    ) as new (shard, enrollment_id, node_id, edge_id, workspace_id, journey_id, version_id, person_id, sticky, at)
    on conflict (shard, enrollment_id, node_id) do update
      set edge_id = excluded.edge_id, version_id = excluded.version_id, sticky = excluded.sticky`;
}
