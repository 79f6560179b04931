import { type Context, forbidden, notFound } from "#services";
import { roleIn } from "#services/members";
import { getMe } from "./get-me.ts";
import type { Me, WorkspaceChoice } from "./schema.ts";

/** What `getMe` says in the chosen workspace; throws `not_found` when the user does not belong to it. */
export async function chooseWorkspace(ctx: Context, { workspaceId }: WorkspaceChoice): Promise<Me> {
  if (ctx.actor.kind !== "user") throw forbidden("A key belongs to one workspace.");
  const role = await roleIn(ctx.actor.id, workspaceId);
  if (!role) throw notFound("workspace");
  return getMe({ ...ctx, workspaceId, actor: { ...ctx.actor, role } });
}
