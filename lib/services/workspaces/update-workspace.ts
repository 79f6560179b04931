import { wakeEngine } from "#db";
import { audit, type Context, changesOf, invalidField, requireRole } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { findUser } from "#store/users";
import { isKnownToDatabase, updateWorkspaceRow } from "#store/workspaces";
import { getWorkspace } from "./get-workspace.ts";
import type { Workspace, WorkspacePatch } from "./schema.ts";

/** Who may approve is not for those to decide who have to ask, what is purged does not come back, and alerts leave the house. */
const OWNERS = ["plans", "archive", "notifications", "retention", "masking", "secondFactor"];

/** Changes name, time zone or settings; settings merge by key. */
export async function updateWorkspace(ctx: Context, patch: WorkspacePatch): Promise<Workspace> {
  requireRole(ctx, "editor");
  if (patch.settings && OWNERS.some((name) => name in (patch.settings ?? {}))) requireRole(ctx, "owner");
  if (patch.timezone !== undefined && !(await isKnownToDatabase(ctx.database.sql, patch.timezone)))
    throw invalidField(["timezone"], "is not a time zone that the database knows");
  if (patch.settings?.secondFactor) await requireOwnSecondFactor(ctx);
  const before = await getWorkspace(ctx);
  await ctx.database.orm.transaction(async (tx) => {
    await updateWorkspaceRow(tx, ctx.workspaceId, {
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.timezone === undefined ? {} : { timezone: patch.timezone }),
      ...(patch.settings === undefined ? {} : { settings: patch.settings }),
    });
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "workspace.update", ctx.workspaceId, { changes: changesIn(before, patch) });
  });
  wakeEngine();
  return getWorkspace(ctx);
}

/** An owner who requires what they have not would lock themselves out. */
async function requireOwnSecondFactor(ctx: Context): Promise<void> {
  const user = await findUser(ctx.database.orm, ctx.actor.id);
  if (!user?.hasSecondFactor)
    throw invalidField(["settings", "secondFactor"], "Set up your own second factor first, under Settings, Account.");
}

function changesIn(before: Workspace, { settings, ...patch }: WorkspacePatch): Record<string, unknown> {
  return {
    ...changesOf(before, patch, Object.keys(patch)),
    ...(settings ? changesOf(before.settings, settings, Object.keys(settings)) : {}),
  };
}
