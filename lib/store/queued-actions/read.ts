import type { QueuedEffect } from "#engine";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type QueuedRow = {
  readonly personId: string;
  readonly id: string;
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly epoch: number;
  readonly at: number;
  readonly effect: QueuedEffect;
};

/** Actions of the batch's people that `queue` pauses set aside, in order (R33). */
export async function readQueuedActions(sql: Connection, shards: number[], people: string[]): Promise<QueuedRow[]> {
  return await sql<QueuedRow[]>`
    select person_id as "personId", queued_actions.id, journey_id as "journeyId", enrollment_id as "enrollmentId", epoch,
      floor(date_part('epoch', at) * 1000 + 0.0005) as at, effect
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join queued_actions on queued_actions.shard = wanted.shard ${ofOneShard(sql, "queued_actions", shards)}
      and queued_actions.person_id = wanted.id
    order by queued_actions.at, queued_actions.id`;
}
