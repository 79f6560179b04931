import { type Config, config } from "#config";
import { type Context, notFound } from "#services";
import { hasPassword, hasSignOn } from "#store/logins";
import { readDismissed, readWorkspacesOf } from "#store/members";
import { findUser } from "#store/users";
import { readWorkspace } from "#store/workspaces";
import type { Me } from "./schema.ts";

/** The caller, the workspace, and the caller's other workspaces. A key has no user and one workspace. */
export async function getMe(ctx: Context): Promise<Me> {
  const workspace = await readWorkspace(ctx.database.orm, ctx.workspaceId);
  if (!workspace) throw notFound("workspace");
  const { id, name, slug, timezone, isDemo, settings } = workspace;
  const currency = typeof settings.currency === "string" ? settings.currency : null;
  const own = { id, name, slug, role: ctx.actor.role, isDemo };
  const user = ctx.actor.kind === "user" ? await findCaller(ctx) : null;
  return {
    user,
    lacksSecondFactor: settings.secondFactor === "required" && user !== null && !user.hasSecondFactor,
    workspace: { id, name, slug, placeId: workspace.number, timezone, currency, isDemo },
    role: ctx.actor.role,
    workspaces: user ? await readWorkspacesOf(ctx.database.orm, ctx.actor.id) : [own],
    dismissed: user ? await readDismissed(ctx.database.orm, ctx.actor.id, ctx.workspaceId) : [],
    mail: { mode: config().smtpUrl ? "smtp" : "capture" },
    signOn: signOnOf(config()),
    baseUrl: config().baseUrl,
  };
}

async function findCaller({ database: { orm }, actor }: Context): Promise<Me["user"]> {
  const user = await findUser(orm, actor.id);
  if (!user) return null;
  return { ...user, hasPassword: await hasPassword(orm, user.id), hasSignOn: await hasSignOn(orm, user.id) };
}

const signOnOf = ({ oidc }: Config): Me["signOn"] => oidc && { name: oidc.name };
