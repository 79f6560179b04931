import { knownAddress, type SuppressionReason } from "#consent";
import { newId } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type AddressOf, addressKeyOf } from "./address-key.ts";

export type NewSuppression = AddressOf & {
  readonly reason: SuppressionReason;
  /** Who or what said so: `provider:ses`, `bounce_mail`, `member:<id>`, `import`, `sms`. */
  readonly source: string;
  readonly detail?: string | null;
  readonly at?: Date;
  readonly decaysAt?: Date | null;
};

/**
 * Suppresses addresses; one with an open entry for the same reason keeps it, with the later end. Returns how many are
 * new. It may run in any transaction, as it locks nothing but these entries.
 */
export async function recordSuppressions(sql: Connection, entries: readonly NewSuppression[]): Promise<number> {
  const once = new Map(entries.map((entry) => [`${addressKeyOf(entry).key} ${entry.reason}`, entry]));
  // In the order of the keys, so that two writers never wait for each other.
  const rows = [...once]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, entry]) => {
      const { key, shard } = addressKeyOf(entry);
      return { ...entry, key, shard, id: newId(shard) };
    });
  if (rows.length === 0) return 0;
  const written = await sql<{ isNew: boolean }[]>`
    insert into suppressions as known
      (shard, id, workspace_id, channel, address_key, address, reason, source, detail, at, decays_at)
    select shard, id::uuid, workspace_id::uuid, channel, key, address, reason, source, detail,
      coalesce(at::timestamptz, clock_timestamp()), decays_at::timestamptz
    from unnest(
      ${rows.map(({ shard }) => shard)}::smallint[], ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ workspaceId }) => workspaceId)}::text[], ${rows.map(({ channel }) => channel)}::text[],
      ${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ channel, address }) => knownAddress(channel, address))}::text[],
      ${rows.map(({ reason }) => reason)}::text[], ${rows.map(({ source }) => source)}::text[],
      ${rows.map(({ detail }) => detail ?? null)}::text[], ${rows.map(({ at }) => at?.toISOString() ?? null)}::text[],
      ${rows.map(({ decaysAt }) => decaysAt?.toISOString() ?? null)}::text[]
    ) as new (shard, id, workspace_id, channel, key, address, reason, source, detail, at, decays_at)
    on conflict (shard, address_key, reason) where lifted_at is null do update set
      address = coalesce(known.address, excluded.address), in_force = true,
      decays_at = case when excluded.decays_at is null then null else greatest(known.decays_at, excluded.decays_at) end
    returning known.id = any(${rows.map(({ id }) => id)}::text[]::uuid[]) as "isNew"`;
  return written.filter(({ isNew }) => isNew).length;
}

export const recordSuppression = async (sql: Connection, entry: NewSuppression): Promise<boolean> =>
  (await recordSuppressions(sql, [entry])) > 0;

/** Ends the open entries of an address; returns how many there were. */
export async function liftSuppression(
  sql: Connection,
  of: AddressOf & {
    /** Null: whatever the reason. */
    readonly reason: SuppressionReason | null;
    readonly by: string;
    readonly why: string | null;
  },
): Promise<number> {
  const { key, shard } = addressKeyOf(of);
  const lifted = await sql`
    update suppressions set lifted_at = clock_timestamp(), lifted_by = ${of.by}, lift_reason = ${of.why}
    where shard = ${shard} and address_key = ${key} and workspace_id = ${of.workspaceId} and lifted_at is null
      and (${of.reason}::text is null or reason = ${of.reason})`;
  return lifted.count;
}

/** Deletes addresses from their entries, which keep the hash of the address; returns from how many. */
export async function forgetAddresses(sql: Connection, addresses: readonly AddressOf[]): Promise<number> {
  if (addresses.length === 0) return 0;
  const keys = addresses.map(addressKeyOf);
  const forgotten = await sql`
    update suppressions s set address = null, detail = null
    from unnest(${keys.map(({ shard }) => shard)}::smallint[], ${keys.map(({ key }) => key)}::text[]) as gone (shard, key)
    where s.shard = gone.shard and s.address_key = gone.key`;
  return forgotten.count;
}
