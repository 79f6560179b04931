import type { Suppression } from "#consent";
import { type Connection, plain } from "../sql/connection.ts";
import { type AddressOf, addressKeyOf } from "./address-key.ts";

type Found = Suppression & { readonly key: string };

/** The entries in force of many addresses, in the order of the addresses; decayed ones are left out by `canReach`. */
export async function readSuppressions(
  sql: Connection,
  addresses: readonly AddressOf[],
): Promise<readonly (readonly Suppression[])[]> {
  if (addresses.length === 0) return [];
  const keys = addresses.map(addressKeyOf);
  const rows = await sql<Found[]>`
    select address_key as key, reason, source, floor(date_part('epoch', at) * 1000) as at,
      floor(date_part('epoch', decays_at) * 1000) as "decaysAt"
    from (select distinct * from unnest(
      ${plain(keys.map(({ shard }) => shard))}::smallint[], ${plain(keys.map(({ key }) => key))}::text[]) as asked (shard, key)) wanted
    join suppressions s on s.shard = wanted.shard and s.address_key = wanted.key and s.lifted_at is null
    where s.in_force
    order by s.at, s.id`;
  const found = Map.groupBy(rows, ({ key }) => key);
  return keys.map(({ key }) => (found.get(key) ?? []).map(({ key: _of, ...entry }) => entry));
}

export type SuppressionRow = {
  readonly id: string;
  readonly channel: AddressOf["channel"];
  readonly address: string | null;
  readonly reason: Suppression["reason"];
  readonly source: string;
  readonly detail: string | null;
  readonly at: Date;
  readonly decaysAt: Date | null;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
};

/** Every entry that an address ever had, the latest first. */
export async function readSuppressionHistory(sql: Connection, of: AddressOf): Promise<SuppressionRow[]> {
  const { key, shard } = addressKeyOf(of);
  return await sql<SuppressionRow[]>`
    select id, channel, address, reason, source, detail, at, decays_at as "decaysAt",
      lifted_at as "liftedAt", lifted_by as "liftedBy", lift_reason as "liftReason"
    from suppressions where shard = ${shard} and address_key = ${key} and workspace_id = ${of.workspaceId} and in_force
    order by at desc, id desc limit 200`;
}
