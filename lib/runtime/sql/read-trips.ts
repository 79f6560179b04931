import { type Connection, plain } from "./connection.ts";

export type TripRow = {
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
  readonly state: Record<string, unknown>;
};

/** All running trips of the batch's people, by the index that is also the one-running rule. */
export async function readTrips(sql: Connection, shards: number[], people: string[]): Promise<TripRow[]> {
  return await sql<TripRow[]>`
    select person_id as "personId", enrollment_id as "enrollmentId", journey_id as "journeyId",
      version_id as "versionId", instance_key as "instanceKey", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt", seq, node_id as "nodeId",
      floor(date_part('epoch', wake_at) * 1000 + 0.0005) as "wakeAt", state
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join positions on positions.shard = wanted.shard and positions.person_id = wanted.id`;
}
