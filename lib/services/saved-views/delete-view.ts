import { audit, type Context, forbidden, isUuid, notFound } from "#services";
import { deleteSavedView, readSavedViews } from "#store/saved-views";
import { memberOf, viewSavedView } from "./view-row.ts";

/** Deletes a view of one's own; of those of everyone, one that the caller made, or as an owner any. */
export async function deleteView(ctx: Context, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound("view");
  await ctx.database.orm.transaction(async (tx) => {
    const rows = await readSavedViews(tx, ctx.workspaceId, memberOf(ctx), null);
    const row = rows.find((one) => one.id === id.toLowerCase());
    if (!row) throw notFound("view");
    if (!viewSavedView(ctx, row).mayDelete)
      throw forbidden("A view of everyone is deleted by who made it, or by an owner.");
    await deleteSavedView(tx, ctx.workspaceId, row.id);
    await audit(tx, ctx, "saved_view.delete", row.id, { name: row.name });
  });
}
