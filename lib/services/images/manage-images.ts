import { processFiles } from "#files";
import {
  audit,
  type Context,
  changesOf,
  conflict,
  isUuid,
  type Listing,
  likePattern,
  listing,
  notFound,
  offsetOf,
  requireRole,
} from "#services";
import {
  deleteImageRow,
  listImageRows,
  lockImageRow,
  readImageRow,
  readImageUses,
  updateImageRow,
} from "#store/images";
import type { Image, ImagePatch, ImageQuery } from "./schema.ts";
import { fileOf, keyOf, viewImage } from "./view-image.ts";

/** Pictures, newest first. */
export async function listImages(ctx: Context, query: ImageQuery): Promise<Listing<Image>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listImageRows(ctx.database.orm, ctx.workspaceId, pattern, page);
  return listing(rows.map(viewImage), total, query);
}

export async function updateImage(ctx: Context, id: string, patch: ImagePatch): Promise<Image> {
  requireRole(ctx, "editor");
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return await ctx.database.orm.transaction(async (tx) => {
    const found = isUuid(id) ? await lockImageRow(tx, ctx.workspaceId, id) : undefined;
    if (!found) throw notFound("picture");
    if (Object.keys(given).length === 0) return viewImage(found);
    const changed = await updateImageRow(tx, ctx.workspaceId, id, given);
    await audit(tx, ctx, "image.update", id, { changes: changesOf(found, changed ?? found, Object.keys(given)) });
    return viewImage(changed ?? found);
  });
}

/**
 * Deletes a picture; mails that show it, sent ones too, show its alt text from then on. Refused while content shows it,
 * naming the content, unless `anyway`.
 */
export async function deleteImage(ctx: Context, id: string, anyway = false): Promise<void> {
  requireRole(ctx, "editor");
  if (!anyway) await refuseWhileShown(ctx, id);
  const row = await ctx.database.orm.transaction(async (tx) => {
    const deleted = isUuid(id) ? await deleteImageRow(tx, ctx.workspaceId, id) : undefined;
    if (!deleted) throw notFound("picture");
    await audit(tx, ctx, "image.delete", id, { name: deleted.name });
    return deleted;
  });
  // After the row: bytes that stay behind when the store is away are only space.
  await processFiles().remove(keyOf(row));
}

async function refuseWhileShown(ctx: Context, id: string): Promise<void> {
  const { orm, sql } = ctx.database;
  const row = isUuid(id) ? await readImageRow(orm, id) : undefined;
  if (row?.workspaceId !== ctx.workspaceId) throw notFound("picture");
  const uses = await readImageUses(sql, ctx.workspaceId, fileOf(row));
  if (uses.length === 0) return;
  throw conflict(`This picture is shown by ${uses.map(({ name }) => `“${name}”`).join(", ")}.`, { content: uses });
}
