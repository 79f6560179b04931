import { eq, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, invalidField, requireRole } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { isKnownToDatabase } from "#store/workspaces";
import { getWorkspace } from "./get-workspace.ts";
import type { Workspace, WorkspacePatch } from "./schema.ts";

const { workspaces } = schema;

/** Changes name, time zone or settings; settings merge by key. */
export async function updateWorkspace(ctx: Context, patch: WorkspacePatch): Promise<Workspace> {
  requireRole(ctx, "editor");
  // Who may approve is not for those to decide who have to ask.
  if (patch.settings && "plans" in patch.settings) requireRole(ctx, "owner");
  if (patch.timezone !== undefined && !(await isKnownToDatabase(ctx.database.sql, patch.timezone)))
    throw invalidField(["timezone"], "is not a time zone that the database knows");
  await ctx.database.orm.transaction(async (tx) => {
    await tx
      .update(workspaces)
      .set({
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(patch.timezone === undefined ? {} : { timezone: patch.timezone }),
        ...(patch.settings === undefined
          ? {}
          : { settings: sql`${workspaces.settings} || ${JSON.stringify(patch.settings)}::jsonb` }),
        updatedAt: sql`now()`,
      })
      .where(eq(workspaces.id, ctx.workspaceId));
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "workspace.update", ctx.workspaceId, { fields: Object.keys(patch) });
  });
  wakeEngine();
  return getWorkspace(ctx);
}
