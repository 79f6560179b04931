import { knownAddress } from "#consent";
import { newId } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type AddressOf, addressKeyOf } from "./address-key.ts";

/** So many soft bounces, each within this time of the one before, suppress an address for as long. */
export type SoftBouncePolicy = { readonly limit: number; readonly days: number };
export const SOFT_BOUNCES: SoftBouncePolicy = { limit: 5, days: 14 };

/** Counts a soft bounce; true if the address is suppressed by it from now on, or was already. */
export async function countSoftBounce(
  sql: Connection,
  of: AddressOf & { readonly source: string; readonly detail: string | null },
  { limit, days }: SoftBouncePolicy = SOFT_BOUNCES,
): Promise<boolean> {
  const { key, shard } = addressKeyOf(of);
  const [row] = await sql<{ inForce: boolean }[]>`
    insert into suppressions as known
      (shard, id, workspace_id, channel, address_key, address, reason, source, detail, bounces, in_force, at, decays_at)
    values (${shard}, ${newId(shard)}, ${of.workspaceId}, ${of.channel}, ${key}, ${knownAddress(of.channel, of.address)},
      'soft_bounces', ${of.source}, ${of.detail}, 1, ${limit <= 1}, clock_timestamp(),
      clock_timestamp() + make_interval(days => ${days}))
    on conflict (shard, address_key, reason) where lifted_at is null do update set
      bounces = case when known.decays_at <= excluded.at then 1 else known.bounces + 1 end,
      in_force = (case when known.decays_at <= excluded.at then 1 else known.bounces + 1 end) >= ${limit},
      at = case when known.in_force and known.decays_at > excluded.at then known.at else excluded.at end,
      source = excluded.source, detail = excluded.detail, decays_at = excluded.decays_at
    returning in_force as "inForce"`;
  return row?.inForce === true;
}

/** A message arrived: the soft bounces before it no longer count. */
export async function forgetSoftBounces(sql: Connection, addresses: readonly AddressOf[]): Promise<void> {
  if (addresses.length === 0) return;
  const keys = addresses.map(addressKeyOf);
  await sql`
    delete from suppressions s
    using unnest(${keys.map(({ shard }) => shard)}::smallint[], ${keys.map(({ key }) => key)}::text[]) as arrived (shard, key)
    where s.shard = arrived.shard and s.address_key = arrived.key and s.reason = 'soft_bounces'
      and s.lifted_at is null and not s.in_force`;
}
