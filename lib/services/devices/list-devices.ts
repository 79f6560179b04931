import type { Context } from "#services";
import { findPerson } from "#services/people";
import { readDevices } from "#store/devices";
import type { Device } from "./schema.ts";
import { viewDevice } from "./view-device.ts";

/** The devices of a person, the one reported last first. */
export async function listDevices(ctx: Context, reference: string): Promise<Device[]> {
  const { id } = await findPerson(ctx, reference);
  return (await readDevices(ctx.database.sql, ctx.workspaceId, id)).map(viewDevice);
}
