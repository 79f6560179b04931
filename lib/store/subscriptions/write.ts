import type { SubscriptionState } from "#consent";
import { shardOf, type TransactionSql } from "#db";
import { type ConsentChange, insertConsentChanges } from "../consent-changes/write.ts";
import { holdPeople } from "../people/hold.ts";
import { plain } from "../sql/connection.ts";
import { readNow } from "../sql/read-now.ts";
import { readSubscriptions } from "./read.ts";

export type SubscriptionChange = {
  readonly workspaceId: string;
  readonly personId: string;
  /** The id of a topic, or `*`. */
  readonly topic: string;
  /** `email sms push`, or `*`. */
  readonly channel: string;
  /** Null takes the answer back. */
  readonly state: SubscriptionState | null;
  /** Who or what said so: `preferences`, `one_click`, `import`, `member:<id>`, `api`, `stop_word`, `provider:ses`. */
  readonly source: string;
  readonly reason?: string | null;
  readonly at?: Date;
};

/**
 * Stores answers of people with their history, in the caller's transaction. An answer that changes nothing is left as
 * it was, with its first date; one of somebody who is gone is dropped. Returns those that changed something.
 */
export async function setSubscriptions(
  sql: TransactionSql,
  changes: readonly SubscriptionChange[],
): Promise<readonly SubscriptionChange[]> {
  const people = await holdPeople(sql, changes);
  const latest = new Map(changes.filter(({ personId }) => people.has(personId)).map((one) => [placeOf(one), one]));
  if (latest.size === 0) return [];
  const known = new Map((await readSubscriptions(sql, [...people])).map((one) => [placeOf(one), one.state]));
  const changed = [...latest.values()].filter((one) => one.state !== (known.get(placeOf(one)) ?? null));
  if (changed.length === 0) return [];
  const now = await readNow(sql);
  await upsert(
    sql,
    changed.filter((one): one is Answered => one.state !== null),
    now,
  );
  await remove(
    sql,
    changed.filter(({ state }) => state === null),
  );
  await insertConsentChanges(
    sql,
    changed.map((one) => historyOf(one, known.get(placeOf(one)) ?? null, now)),
  );
  return changed;
}

export const setSubscription = async (sql: TransactionSql, change: SubscriptionChange): Promise<boolean> =>
  (await setSubscriptions(sql, [change])).length > 0;

type Answered = SubscriptionChange & { readonly state: SubscriptionState };
type Place = Pick<SubscriptionChange, "personId" | "topic" | "channel">;

const placeOf = ({ personId, topic, channel }: Place) => `${personId} ${topic} ${channel}`;

async function upsert(sql: TransactionSql, rows: readonly Answered[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into subscriptions (shard, person_id, topic, channel, workspace_id, state, source, at, confirm_due_at)
    select shard, person_id, topic, channel, workspace_id, state, source, at::timestamptz,
      case when state = 'pending' then clock_timestamp() end
    from unnest(
      ${plain(rows.map(({ personId }) => shardOf(personId)))}::smallint[], ${plain(rows.map(({ personId }) => personId))}::uuid[],
      ${rows.map(({ topic }) => topic)}::text[], ${rows.map(({ channel }) => channel)}::text[],
      ${plain(rows.map(({ workspaceId }) => workspaceId))}::uuid[], ${rows.map(({ state }) => state)}::text[],
      ${rows.map(({ source }) => source)}::text[], ${rows.map(({ at }) => (at ?? now).toISOString())}::text[]
    ) as new (shard, person_id, topic, channel, workspace_id, state, source, at)
    order by shard, person_id, topic, channel
    on conflict (shard, person_id, topic, channel) do update set
      state = excluded.state, source = excluded.source, at = excluded.at, confirm_due_at = excluded.confirm_due_at,
      confirm_attempts = 0`;
}

async function remove(sql: TransactionSql, rows: readonly SubscriptionChange[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from subscriptions s
    using unnest(
      ${plain(rows.map(({ personId }) => shardOf(personId)))}::smallint[], ${plain(rows.map(({ personId }) => personId))}::uuid[],
      ${rows.map(({ topic }) => topic)}::text[], ${rows.map(({ channel }) => channel)}::text[]
    ) as gone (shard, person_id, topic, channel)
    where s.shard = gone.shard and s.person_id = gone.person_id and s.topic = gone.topic and s.channel = gone.channel`;
}

const historyOf = (
  { workspaceId, personId, topic, channel, state, source, reason, at }: SubscriptionChange,
  former: string | null,
  now: Date,
): ConsentChange => ({
  ...{ workspaceId, personId, topic, channel, source, former },
  what: "subscription",
  current: state,
  reason: reason ?? null,
  at: at ?? now,
});
