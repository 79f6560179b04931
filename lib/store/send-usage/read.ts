import { shardOf } from "#db";
import type { CappedChannel, Sent } from "#policies";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { type StoredPlaces, sentOf, storedPlaces } from "./places.ts";

/** What policies ask of the person of a message. */
export type RecipientRow = {
  readonly personId: string;
  /** The trait, whatever it is. */
  readonly timezone: string | null;
  readonly bucketKey: string;
  readonly sent: readonly Sent[];
  /** Those of `sent` that the row holds packed, in its order. */
  readonly packed: readonly Sent[];
  /** 0: nothing was counted yet. */
  readonly version: number;
};

export async function readRecipients(sql: Connection, people: readonly string[]): Promise<RecipientRow[]> {
  if (people.length === 0) return [];
  const rows = await sql<(Omit<RecipientRow, "sent" | "packed"> & StoredPlaces)[]>`
    select people.id as "personId", people.traits ->> 'timezone' as timezone,
      coalesce(people.bucket_key, people.id) as "bucketKey",
      ${storedPlaces(sql)}, coalesce(send_usage.version, 0) as version
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people on people.shard = wanted.shard ${ofOneShard(sql, "people", people.map(shardOf))} and people.id = wanted.id
    left join send_usage on send_usage.shard = wanted.shard and send_usage.person_id = wanted.id`;
  return rows.map(({ places, former, ...row }) => {
    const sent = sentOf({ places, former });
    return { ...row, sent, packed: former === null ? sent : [] };
  });
}

/** What was sent to one person. */
export async function readSentTo(sql: Connection, personId: string): Promise<readonly Sent[]> {
  const [row] = await sql<StoredPlaces[]>`
    select ${storedPlaces(sql)} from send_usage where shard = ${shardOf(personId)} and person_id = ${personId}`;
  return row ? sentOf(row) : [];
}

/** A message that a policy held and that is due again. */
export type Contending = {
  readonly id: string;
  readonly personId: string;
  readonly channel: CappedChannel;
  readonly topic: string | null;
  readonly versionId: string;
  readonly queuedAt: number;
};

/** Held messages of these people that are due at a time (ms), and that no sender has claimed. */
export async function readContending(sql: Connection, people: readonly string[], now: number): Promise<Contending[]> {
  if (people.length === 0) return [];
  return await sql<Contending[]>`
    select d.id, d.person_id as "personId", d.channel, c.topic_id as topic, d.version_id as "versionId",
      floor(extract(epoch from d.queued_at) * 1000)::float8 as "queuedAt"
    from unnest(${plain(people.map(shardOf))}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join deliveries d on d.shard = wanted.shard and d.person_id = wanted.id and d.status = 'queued'
      and d.held_until is not null and d.held_until <= to_timestamp(${now}::float8 / 1000)
    join content c on c.id = d.content_id and not c.transactional
    where d.channel in ('email', 'sms', 'push') and (d.expires_at is null or d.expires_at > to_timestamp(${now}::float8 / 1000))`;
}
