import { ALL_SHARDS, shardOf, type TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { Owner } from "../sql/index.ts";
import type { DeviceRow, Platform } from "./read.ts";

type NewDevice = { readonly workspaceId: string; readonly personId: string; readonly token: string };

/**
 * Keeps a person from being merged or erased until the transaction ends; false: they were already. Both look at devices
 * after they have changed the row of the person, so none is left behind.
 */
export async function holdPerson(sql: TransactionSql, personId: string): Promise<boolean> {
  const [row] = await sql<{ merged: boolean }[]>`
    select merged_into is not null as merged from people
    where shard = ${shardOf(personId)} and id = ${personId} for share`;
  return row?.merged === false;
}

/** Gives a device to a person, and takes it from the one who had it: another person signed in on it. */
export async function putDevice(
  sql: TransactionSql,
  { workspaceId, personId, token, platform, most }: NewDevice & { readonly platform: Platform; readonly most: number },
): Promise<DeviceRow> {
  const shard = shardOf(personId);
  await sql`
    delete from devices
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId} and token = ${token}
      and person_id <> ${personId}`;
  const [row] = await sql<DeviceRow[]>`
    insert into devices as known (shard, person_id, token, workspace_id, platform)
    values (${shard}, ${personId}, ${token}, ${workspaceId}, ${platform})
    on conflict (shard, person_id, token) do update set platform = excluded.platform, seen_at = now()
    returning token, platform, created_at as "createdAt", seen_at as "seenAt"`;
  if (!row) throw new Error("the insert returned nothing");
  await sql`
    delete from devices where shard = ${shard} and person_id = ${personId} and token in (
      select token from devices where shard = ${shard} and person_id = ${personId}
      order by seen_at desc, token offset ${most})`;
  return row;
}

/** False: the person has no such device. */
export async function dropDevice(sql: Connection, { workspaceId, personId, token }: NewDevice): Promise<boolean> {
  const dropped = await sql`
    delete from devices
    where shard = ${shardOf(personId)} and person_id = ${personId} and token = ${token} and workspace_id = ${workspaceId}`;
  return dropped.count > 0;
}

/** Removes devices that a push service calls unknown from all people, unless the app has reported them since. */
export async function dropDeadDevices(
  sql: Connection,
  dead: readonly { readonly workspaceId: string; readonly token: string; readonly asOf: number }[],
): Promise<number> {
  if (dead.length === 0) return 0;
  const gone = await sql`
    delete from devices d
    using unnest(
      ${dead.map((one) => one.workspaceId)}::uuid[], ${dead.map((one) => one.token)}::text[],
      ${dead.map((one) => one.asOf)}::float8[]) as lost (workspace_id, token, as_of)
    where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.workspace_id = lost.workspace_id and d.token = lost.token
      and d.seen_at < to_timestamp((lost.as_of + 1) / 1000)`;
  return gone.count;
}

/** Moves the devices of a merged person; one that both report is kept once. */
export async function moveDevices(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  await sql`
    insert into devices (shard, person_id, token, workspace_id, platform, created_at, seen_at)
    select ${to.shard}, ${to.personId}, token, workspace_id, platform, created_at, seen_at
    from devices where shard = ${from.shard} and person_id = ${from.personId}
    on conflict (shard, person_id, token) do nothing`;
  await sql`delete from devices where shard = ${from.shard} and person_id = ${from.personId}`;
}
