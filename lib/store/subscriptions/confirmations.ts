import { shardOf } from "#db";
import { readExactClock } from "../engine-config/read.ts";
import { type Connection, plain } from "../sql/connection.ts";

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
  const at = await readExactClock(sql);
  const found = await sql<(Claiming & { shard: number })[]>`
    select looked.shard, due.person_id as "personId", due.topic, due.channel, due.confirm_due_at::text as "dueAt"
    from shards looked cross join lateral (
      select * from subscriptions x where x.shard = looked.shard and x.confirm_due_at <= ${at}::timestamptz
      order by x.confirm_due_at limit ${perShard}
    ) due`;
  const taken: DueConfirmation[] = [];
  for (const [shard, rows] of Map.groupBy(found, (row) => row.shard)) taken.push(...(await take(sql, shard, rows, at)));
  return taken;
}

type Claiming = { readonly personId: string; readonly topic: string; readonly channel: string; readonly dueAt: string };

/** Those that nobody has taken since they were found. */
async function take(sql: Connection, shard: number, rows: readonly Claiming[], at: string): Promise<DueConfirmation[]> {
  const taken = await sql<(Omit<DueConfirmation, "at"> & { at: string })[]>`
    update subscriptions s
    set confirm_due_at = to_timestamp(${Date.parse(at) / 1_000 + 60}::float8), confirm_attempts = s.confirm_attempts + 1
    from unnest(${plain(rows.map(({ personId }) => personId))}::uuid[], ${rows.map(({ topic }) => topic)}::text[],
      ${plain(rows.map(({ channel }) => channel))}::text[], ${plain(rows.map(({ dueAt }) => dueAt))}::timestamptz[])
      as due (person_id, topic, channel, due_at)
    where s.shard = ${shard} and s.person_id = due.person_id and s.topic = due.topic and s.channel = due.channel
      and s.confirm_due_at = due.due_at and s.state = 'pending'
    returning s.person_id as "personId", s.workspace_id as "workspaceId", s.topic, s.channel,
      s.confirm_attempts as attempts, s.at`;
  return taken.map((row) => ({ ...row, at: Date.parse(row.at) }));
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
