import type { Connection } from "./connection.ts";

export type QueuedRow = {
  readonly personId: string;
  readonly id: string;
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly epoch: number;
  readonly at: number;
  readonly effect: Record<string, unknown>;
};

/** What `queue` pauses set aside for the batch's people, in order (R33). */
export async function readQueuedActions(sql: Connection, shards: number[], people: string[]): Promise<QueuedRow[]> {
  return await sql<QueuedRow[]>`
    select person_id as "personId", queued_actions.id, journey_id as "journeyId", enrollment_id as "enrollmentId", epoch,
      floor(extract(epoch from at) * 1000)::float8 as at, effect
    from unnest(${shards}::int[], ${people}::uuid[]) as wanted (shard, id)
    join queued_actions on queued_actions.shard = wanted.shard and queued_actions.person_id = wanted.id
    order by queued_actions.at, queued_actions.id`;
}
