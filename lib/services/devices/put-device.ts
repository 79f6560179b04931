import { type Context, conflict, requireRole } from "#services";
import { findPerson } from "#services/people";
import * as store from "#store/devices";
import type { Device, NewDevice } from "./schema.ts";
import { viewDevice } from "./view-device.ts";

/** The ones reported longest ago give way; phones are replaced, and their tokens are never taken back. */
const MOST = 50;
const TRIES = 3;

/** Notes that a person receives push messages on a device; the same again only moves its `seenAt`. */
export async function putDevice(ctx: Context, reference: string, input: NewDevice): Promise<Device> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  for (let tried = 0; tried < TRIES; tried++) {
    const { id: personId } = await findPerson(ctx, reference);
    // The row is wrapped, because the driver's type for a bare result unwraps promises inside it.
    const [row] = await ctx.database.sql.begin(async (sql) => {
      if (!(await store.holdPerson(sql, personId))) return [null] as const;
      return [await store.putDevice(sql, { workspaceId, personId, ...input, most: MOST })] as const;
    });
    if (row) return viewDevice(row);
  }
  throw conflict("This person is being merged into another one. Try again.");
}
