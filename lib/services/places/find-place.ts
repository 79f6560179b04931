import { type Context, notFound } from "#services";
import { readKeyMaker } from "#store/api-keys";
import { readMemberNumber } from "#store/members";
import { hasNumber } from "#store/workspaces";

/** A place is a workspace by its number; a place of others does not exist for the caller. */
export async function requirePlace(ctx: Context, placeId: number): Promise<void> {
  if (!(await hasNumber(ctx.database.orm, ctx.workspaceId, placeId))) throw notFound("place");
}

/** The number of the member who calls, or who owns the key; an owner of the workspace for a key that nobody made. */
export async function memberNumber({ database: { orm }, workspaceId, actor }: Context): Promise<number | null> {
  const made = actor.kind === "key" ? await readKeyMaker(orm, workspaceId, actor.id) : null;
  return readMemberNumber(orm, workspaceId, actor.kind === "user" ? actor.id : (made ?? ""));
}
