import { newId } from "#db";
import { audit, type Context, conflict, invalidField, requireRole } from "#services";
import { insertSavedView, readSavedViews } from "#store/saved-views";
import type { NewSavedView, SavedView } from "./schema.ts";
import { memberOf, viewSavedView } from "./view-row.ts";

const MOST = 100;

/** Saves a view for oneself, or as an editor for everyone. A name is used once a page; a key saves shared views only. */
export async function saveView(ctx: Context, input: NewSavedView): Promise<SavedView> {
  const { isShared, ...view } = input;
  const userId = isShared ? null : memberOf(ctx);
  if (isShared) requireRole(ctx, "editor");
  else if (userId === null) throw invalidField(["isShared"], "A key has no views of its own; save it for everyone");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const known = await readSavedViews(tx, ctx.workspaceId, memberOf(ctx), view.path);
    if (known.length >= MOST) throw conflict(`A page has at most ${MOST} views.`);
    if (known.some(({ name }) => name.toLowerCase() === view.name.toLowerCase()))
      throw invalidField(["name"], "There is a view of this name");
    const createdBy = `${ctx.actor.kind}:${ctx.actor.id}`;
    const created = await insertSavedView(tx, {
      id: newId(),
      workspaceId: ctx.workspaceId,
      userId,
      createdBy,
      ...view,
    });
    await audit(tx, ctx, "saved_view.create", created.id, { name: view.name, isShared });
    return created;
  });
  return viewSavedView(ctx, row);
}
