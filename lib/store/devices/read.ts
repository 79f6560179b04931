import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type Platform = "ios" | "android" | "web";

export type DeviceRow = {
  readonly token: string;
  readonly platform: Platform;
  readonly createdAt: string | Date;
  readonly seenAt: string | Date;
};

/** The devices of a person, the latest first. */
export async function readDevices(sql: Connection, workspaceId: string, personId: string): Promise<DeviceRow[]> {
  return await sql<DeviceRow[]>`
    select token, platform, created_at as "createdAt", seen_at as "seenAt" from devices
    where shard = ${shardOf(personId)} and person_id = ${personId} and workspace_id = ${workspaceId}
    order by seen_at desc, token`;
}
