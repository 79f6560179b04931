import { FREQUENCY_MS, type Frequency } from "#consent";
import { shardOf } from "#db";
import { type Connection, plain, timeOr } from "../sql/connection.ts";

export type Reservation = { readonly personId: string; readonly deliveryId: string; readonly frequency: Frequency };

/**
 * Takes the one marketing message that a person's frequency allows, for these deliveries; returns the deliveries that
 * have it. A delivery that has it already keeps it, so that another attempt of the same message is not refused (R43).
 */
export async function reserveMarketing(
  sql: Connection,
  rows: readonly Reservation[],
  now: string | null,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const once = [...new Map(rows.map((row) => [row.personId, row])).values()];
  const people = once.map(({ personId }) => personId);
  const taken = await sql<{ id: string }[]>`
    update preferences p set
      former_marketing_at = case when p.last_delivery = r.delivery then p.former_marketing_at else p.last_marketing_at end,
      last_marketing_at = case when p.last_delivery = r.delivery then p.last_marketing_at else ${timeOr(sql, now)} end,
      last_delivery = r.delivery
    from unnest(
      ${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[],
      ${plain(once.map(({ deliveryId }) => deliveryId))}::uuid[],
      ${plain(once.map(({ frequency }) => FREQUENCY_MS[frequency]))}::float8[]
    ) as r (shard, person_id, delivery, wait_ms)
    where p.shard = r.shard and p.person_id = r.person_id
      and (p.last_delivery = r.delivery or p.last_marketing_at is null
        or p.last_marketing_at + make_interval(secs => r.wait_ms / 1000) <= ${timeOr(sql, now)})
    returning p.last_delivery as id`;
  return new Set(taken.map(({ id }) => id));
}

/** Gives back what was taken for messages that were not sent after all. */
export async function returnMarketing(
  sql: Connection,
  rows: readonly { readonly personId: string; readonly deliveryId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const people = rows.map(({ personId }) => personId);
  await sql`
    update preferences p set last_marketing_at = p.former_marketing_at, former_marketing_at = null, last_delivery = null
    from unnest(
      ${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[],
      ${plain(rows.map(({ deliveryId }) => deliveryId))}::uuid[]
    ) as r (shard, person_id, delivery)
    where p.shard = r.shard and p.person_id = r.person_id and p.last_delivery = r.delivery`;
}
