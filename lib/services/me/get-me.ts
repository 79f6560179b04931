import { and, asc, eq } from "drizzle-orm";
import { config } from "#config";
import { type Context, notFound } from "#services";
import { schema } from "#store";
import type { Me } from "./schema.ts";

/** The caller, the workspace, and the caller's other workspaces. A key has no user and one workspace. */
export async function getMe(ctx: Context): Promise<Me> {
  const { workspaces } = schema;
  const [workspace] = await ctx.database.orm.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  if (!workspace) throw notFound("workspace");
  const { id, name, slug, timezone, isDemo } = workspace;
  const own = { id, name, slug, role: ctx.actor.role, isDemo };
  const user = ctx.actor.kind === "user" ? await findUser(ctx) : null;
  return {
    user,
    workspace: { id, name, slug, placeId: workspace.number, timezone, isDemo },
    role: ctx.actor.role,
    workspaces: user ? await listOwn(ctx) : [own],
    mail: { mode: config().smtpUrl ? "smtp" : "capture" },
    baseUrl: config().baseUrl,
  };
}

async function findUser(ctx: Context): Promise<Me["user"]> {
  const { users, logins } = schema;
  const rows = await ctx.database.orm
    .select({ id: users.id, email: users.email, name: users.name, password: logins.password })
    .from(users)
    .leftJoin(logins, eq(logins.userId, users.id))
    .where(eq(users.id, ctx.actor.id));
  const [first] = rows;
  if (!first) return null;
  return { id: first.id, email: first.email, name: first.name, hasPassword: rows.some((row) => row.password !== null) };
}

function listOwn(ctx: Context): Promise<Me["workspaces"]> {
  const { members, workspaces } = schema;
  return ctx.database.orm
    .select({
      id: workspaces.id,
      name: workspaces.name,
      slug: workspaces.slug,
      role: members.role,
      isDemo: workspaces.isDemo,
    })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, ctx.actor.id), eq(members.status, "active")))
    .orderBy(asc(members.createdAt));
}
