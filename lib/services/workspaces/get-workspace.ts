import { type Context, iso, notFound } from "#services";
import { readWorkspace } from "#store/workspaces";
import type { Workspace } from "./schema.ts";

/** The caller's own workspace. */
export async function getWorkspace(ctx: Context): Promise<Workspace> {
  const row = await readWorkspace(ctx.database.orm, ctx.workspaceId);
  if (!row) throw notFound("workspace");
  const { number, createdAt, updatedAt, ...rest } = row;
  return { ...rest, placeId: number, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}
