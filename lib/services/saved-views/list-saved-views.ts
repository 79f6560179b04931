import type { Context } from "#services";
import { readSavedViews } from "#store/saved-views";
import type { SavedView, SavedViewQuery } from "./schema.ts";
import { memberOf, viewSavedView } from "./view-row.ts";

/** The caller's own views and those of everyone, of one page or of all, by name. */
export async function listSavedViews(ctx: Context, { path }: SavedViewQuery): Promise<SavedView[]> {
  const rows = await readSavedViews(ctx.database.orm, ctx.workspaceId, memberOf(ctx), path ?? null);
  return rows.map((row) => viewSavedView(ctx, row));
}
