import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type Platform = "ios" | "android" | "web";

export type DeviceRow = {
  readonly token: string;
  readonly platform: Platform;
  readonly createdAt: string | Date;
  readonly seenAt: string | Date;
};

export type OwnedDevice = {
  readonly personId: string;
  readonly token: string;
  readonly platform: Platform;
  readonly seenAt: number;
};

/** The devices of many people, the latest of each first. */
export async function readDevicesOf(sql: Connection, people: readonly string[]): Promise<OwnedDevice[]> {
  return await sql<OwnedDevice[]>`
    select d.person_id as "personId", d.token, d.platform, floor(extract(epoch from d.seen_at) * 1000)::float8 as "seenAt"
    from unnest(${people.map((id) => shardOf(id))}::smallint[], ${[...people]}::text[]) as asked (shard, id)
    join devices d on d.shard = asked.shard and d.person_id = asked.id::uuid
    order by d.seen_at desc, d.token`;
}

/** The devices of a person, the latest first. */
export async function readDevices(sql: Connection, workspaceId: string, personId: string): Promise<DeviceRow[]> {
  return await sql<DeviceRow[]>`
    select token, platform, created_at as "createdAt", seen_at as "seenAt" from devices
    where shard = ${shardOf(personId)} and person_id = ${personId} and workspace_id = ${workspaceId}
    order by seen_at desc, token`;
}
