import { and, count, desc, eq, ilike, or } from "drizzle-orm";
import { processFiles } from "#files";
import {
  audit,
  type Context,
  isUuid,
  type Listing,
  likePattern,
  listing,
  notFound,
  offsetOf,
  requireRole,
} from "#services";
import { schema } from "#store";
import type { Image, ImagePatch, ImageQuery } from "./schema.ts";
import { keyOf, viewImage } from "./view-image.ts";

const { images } = schema;

const owned = (ctx: Context, id: string) => and(eq(images.workspaceId, ctx.workspaceId), eq(images.id, id));

/** Pictures, newest first. */
export async function listImages(ctx: Context, query: ImageQuery): Promise<Listing<Image>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(images.workspaceId, ctx.workspaceId),
    pattern === null ? undefined : or(ilike(images.name, pattern), ilike(images.alt, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(images).where(where),
    orm
      .select()
      .from(images)
      .where(where)
      .orderBy(desc(images.createdAt), desc(images.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(rows.map(viewImage), total?.total ?? 0, query);
}

export async function updateImage(ctx: Context, id: string, patch: ImagePatch): Promise<Image> {
  requireRole(ctx, "editor");
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return await ctx.database.orm.transaction(async (tx) => {
    const [found] = isUuid(id) ? await tx.select().from(images).where(owned(ctx, id)).for("update") : [];
    if (!found) throw notFound("picture");
    if (Object.keys(given).length === 0) return viewImage(found);
    const [changed] = await tx.update(images).set(given).where(owned(ctx, id)).returning();
    await audit(tx, ctx, "image.update", id, { fields: Object.keys(given) });
    return viewImage(changed ?? found);
  });
}

/** Deletes a picture; mails that show it, sent ones too, show its alt text from then on. */
export async function deleteImage(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const [deleted] = isUuid(id) ? await tx.delete(images).where(owned(ctx, id)).returning() : [];
    if (!deleted) throw notFound("picture");
    await audit(tx, ctx, "image.delete", id, { name: deleted.name });
    return deleted;
  });
  // After the row: bytes that stay behind when the store is away are only space.
  await processFiles().remove(keyOf(row));
}
