import { and, asc, eq } from "drizzle-orm";
import { type Context, notFound } from "#services";
import { schema } from "#store";

const { workspaces, members, apiKeys } = schema;

/** A place is a workspace by its number; a place of others does not exist for the caller. */
export async function requirePlace(ctx: Context, placeId: number): Promise<void> {
  const [row] = await ctx.database.orm
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.id, ctx.workspaceId), eq(workspaces.number, placeId)));
  if (!row) throw notFound("place");
}

/** The number of the member who calls, or who owns the key; an owner of the workspace for a key that nobody made. */
export async function memberNumber({ database: { orm }, workspaceId, actor }: Context): Promise<number | null> {
  const [key] =
    actor.kind === "key"
      ? await orm.select({ by: apiKeys.createdBy }).from(apiKeys).where(eq(apiKeys.id, actor.id))
      : [];
  const userId = actor.kind === "user" ? actor.id : (key?.by ?? "");
  const ofWorkspace = eq(members.workspaceId, workspaceId);
  const number = { number: members.number };
  const [own] = await orm
    .select(number)
    .from(members)
    .where(and(ofWorkspace, eq(members.userId, userId)));
  if (own) return own.number;
  const isOwner = and(ofWorkspace, eq(members.role, "owner"));
  const [owner] = await orm.select(number).from(members).where(isOwner).orderBy(asc(members.number)).limit(1);
  return owner?.number ?? null;
}
