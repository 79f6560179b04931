import { type Context, forbidden } from "#services";
import { addDismissed } from "#store/members";
import { getMe } from "./get-me.ts";
import type { Dismissal, Me } from "./schema.ts";

/** Hides something for the calling member in this workspace, in every browser; a key is no member. */
export async function dismiss(ctx: Context, { name }: Dismissal): Promise<Me> {
  if (ctx.actor.kind !== "user") throw forbidden("Only members dismiss something.");
  await addDismissed(ctx.database.orm, ctx.actor.id, ctx.workspaceId, name);
  return getMe(ctx);
}
