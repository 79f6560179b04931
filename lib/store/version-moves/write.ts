import { newId } from "#db";
import type { EnrollmentMove } from "#engine";
import { type Connection, type Owned, plain } from "../sql/connection.ts";

export async function rollUpVersionMoves(sql: Connection, shard: number): Promise<void> {
  await sql`
    with gone as (delete from version_moves where shard = ${shard} returning *)
    insert into version_moves (shard, id, journey_id, from_version_id, to_version_id, from_node_id, to_node_id, people)
    select shard, gen_random_uuid(), journey_id, from_version_id, to_version_id, from_node_id, to_node_id, sum(people)
    from gone
    group by shard, journey_id, from_version_id, to_version_id, from_node_id, to_node_id`;
}

type VersionMove = Omit<EnrollmentMove, "id"> & { readonly shard: number; people: number };

/**
 * Number of enrollments that a plan moved from a node of one version to a node of another; appended like the node
 * counts (R9, R35).
 */
export async function insertVersionMoves(sql: Connection, owned: readonly Owned<EnrollmentMove>[]): Promise<void> {
  const rows = [...counted(owned).values()];
  const column = (read: (row: VersionMove) => string | number) => plain(rows.map(read));
  await sql`
    insert into version_moves (shard, id, journey_id, from_version_id, to_version_id, from_node_id, to_node_id, people)
    select * from unnest(
      ${column((row) => row.shard)}::smallint[], ${column((row) => newId(row.shard))}::uuid[],
      ${column((row) => row.journeyId)}::uuid[],
      ${column((row) => row.fromVersionId)}::uuid[], ${column((row) => row.toVersionId)}::uuid[],
      ${column((row) => row.fromNodeId)}::uuid[], ${column((row) => row.toNodeId)}::uuid[],
      ${column((row) => row.people)}::bigint[])`;
}

function counted(owned: readonly Owned<EnrollmentMove>[]): Map<string, VersionMove> {
  const moves = new Map<string, VersionMove>();
  for (const { owner, row } of owned) {
    const { journeyId, fromVersionId, toVersionId, fromNodeId, toNodeId } = row;
    const key = [owner.shard, fromVersionId, toVersionId, fromNodeId, toNodeId].join(" ");
    const move = moves.get(key) ?? {
      shard: owner.shard,
      journeyId,
      fromVersionId,
      toVersionId,
      fromNodeId,
      toNodeId,
      people: 0,
    };
    move.people += 1;
    moves.set(key, move);
  }
  return moves;
}
