import { eq } from "drizzle-orm";
import { type Context, iso, notFound } from "#services";
import { schema } from "#store";
import type { Workspace } from "./schema.ts";

const { workspaces } = schema;

/** The caller's own workspace. */
export async function getWorkspace(ctx: Context): Promise<Workspace> {
  const [row] = await ctx.database.orm.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  if (!row) throw notFound("workspace");
  const { number, createdAt, updatedAt, ...rest } = row;
  return { ...rest, placeId: number, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}
