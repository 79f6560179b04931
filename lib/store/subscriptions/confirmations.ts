import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

/** A mail that asks a person to confirm a subscription. */
export type DueConfirmation = {
  readonly personId: string;
  readonly workspaceId: string;
  readonly topic: string;
  readonly channel: string;
  readonly attempts: number;
  /** Of the subscription; another request gets a mail of its own. */
  readonly at: number;
};

/** Takes due mails for a minute, so that another process sends none of them meanwhile. */
export async function claimConfirmations(sql: Connection, perShard: number): Promise<DueConfirmation[]> {
  return await sql<DueConfirmation[]>`
    update subscriptions s
    set confirm_due_at = clock_timestamp() + interval '1 minute', confirm_attempts = s.confirm_attempts + 1
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select x.shard, x.person_id, x.topic, x.channel from subscriptions x
      where x.shard = looked.shard and x.confirm_due_at <= (select clock_timestamp())
      order by x.confirm_due_at limit ${perShard} for update skip locked
    ) due
    where s.shard = due.shard and s.person_id = due.person_id and s.topic = due.topic and s.channel = due.channel
      and s.state = 'pending'
    returning s.person_id as "personId", s.workspace_id as "workspaceId", s.topic, s.channel,
      s.confirm_attempts as attempts, floor(date_part('epoch', s.at) * 1000) as at`;
}

/** Notes the result of a mail; `waitMs` null: there is nothing more to send. */
export async function noteConfirmation(
  sql: Connection,
  { personId, topic, channel, attempts }: DueConfirmation,
  waitMs: number | null,
): Promise<void> {
  await sql`
    update subscriptions set confirm_due_at = clock_timestamp() + make_interval(secs => ${waitMs}::float8 / 1000)
    where shard = ${shardOf(personId)} and person_id = ${personId} and topic = ${topic} and channel = ${channel}
      and confirm_attempts = ${attempts} and state = 'pending'`;
}
