import type { Fragment } from "#db";
import type { StoredState } from "#engine";
import { type Connection, plain } from "./connection.ts";

export type PositionRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly seq: number;
  readonly nodeId: string;
  readonly wakeAt: number | null;
  readonly state: StoredState;
};

/** The columns of a `PositionRow`, of the table `positions` under the name given. */
export const positionColumns = (sql: Connection, table: "positions" | "enrollment"): Fragment => sql`
  ${sql(table)}.person_id as "personId", ${sql(table)}.enrollment_id as "enrollmentId", ${sql(table)}.journey_id as "journeyId",
  ${sql(table)}.version_id as "versionId", ${sql(table)}.instance_key as "instanceKey", ${sql(table)}.epoch,
  floor(date_part('epoch', ${sql(table)}.enrolled_at) * 1000 + 0.0005) as "enrolledAt", ${sql(table)}.seq,
  ${sql(table)}.node_id as "nodeId", floor(date_part('epoch', ${sql(table)}.wake_at) * 1000 + 0.0005) as "wakeAt",
  ${sql(table)}.state`;

/** All running enrollments of the batch's people, by the index that is also the one-running rule. */
export async function readPositions(sql: Connection, shards: number[], people: string[]): Promise<PositionRow[]> {
  return await sql<PositionRow[]>`
    select ${positionColumns(sql, "positions")}
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join positions on positions.shard = wanted.shard and positions.person_id = wanted.id`;
}
