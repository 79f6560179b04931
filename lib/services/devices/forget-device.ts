import { type Context, notFound, requireRole } from "#services";
import { findPerson } from "#services/people";
import { dropDevice } from "#store/devices";

/** Takes a device from a person, for example when they sign out of the app. */
export async function forgetDevice(ctx: Context, reference: string, token: string): Promise<void> {
  requireRole(ctx, "editor");
  const { id: personId } = await findPerson(ctx, reference);
  const known = await dropDevice(ctx.database.sql, { workspaceId: ctx.workspaceId, personId, token });
  if (!known) throw notFound("device");
}
