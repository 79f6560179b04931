import { stricterSubscription } from "#consent";
import type { TransactionSql } from "#db";
import type { Owner } from "../sql/index.ts";
import { readSubscriptions, type SubscriptionRow } from "./read.ts";

const placeOf = ({ topic, channel }: SubscriptionRow) => `${topic} ${channel}`;

/** Moves the subscriptions of a merged person; of two answers to one question the stricter is kept (R39). */
export async function mergeSubscriptions(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  const rows = await readSubscriptions(sql, [from.personId, to.personId]);
  const theirs = rows.filter(({ personId }) => personId === from.personId);
  if (theirs.length === 0) return;
  const own = new Map(rows.filter(({ personId }) => personId === to.personId).map((one) => [placeOf(one), one]));
  for (const one of theirs) {
    const other = own.get(placeOf(one));
    const { state, source, at } = other ? stricterSubscription(other, one) : one;
    await sql`
      insert into subscriptions (shard, person_id, topic, channel, workspace_id, state, source, at)
      values (${to.shard}, ${to.personId}, ${one.topic}, ${one.channel}, ${to.workspaceId}, ${state}, ${source},
        ${new Date(at).toISOString()}::timestamptz)
      on conflict (shard, person_id, topic, channel) do update set
        state = excluded.state, source = excluded.source, at = excluded.at`;
  }
  await sql`delete from subscriptions where shard = ${from.shard} and person_id = ${from.personId}`;
}
