import type { Conversion } from "#engine";
import { type Connection, type Owned, plain, shardsOf } from "./connection.ts";

/** The batch counted these conversions for the paths of their trips, and a recount had done so before. */
export async function uncountPaths(sql: Connection, rows: readonly Owned<Conversion>[]): Promise<void> {
  await sql`
    insert into node_counts (shard, id, journey_id, version_id, element_id, entered, advanced, exited, failed, converted)
    select split_choices.shard, gen_random_uuid(), split_choices.journey_id, counted.version_id, edge_id, 0, 0, 0, 0, -1
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[],
      ${plain(rows.map(({ row }) => row.versionId))}::uuid[]
    ) as counted (shard, enrollment_id, version_id)
    join split_choices on split_choices.shard = counted.shard and split_choices.enrollment_id = counted.enrollment_id`;
}
