import { createHash } from "node:crypto";
import { newId } from "#db";
import { processFiles, readImage } from "#files";
import { audit, type Context, conflict, invalidField, requireRole } from "#services";
import { countImages, findImageByDigest, insertImage } from "#store/images";
import { IMAGE_BYTES, type Image, type NewImage } from "./schema.ts";
import { keyOf, viewImage } from "./view-image.ts";

const MOST = 10_000;
/** Larger pictures make mail programs slow, and are most often a mistake. */
const LONGEST_SIDE = 8_000;

/** Keeps a picture, judged by its bytes; the same bytes are kept once. */
export async function uploadImage(ctx: Context, { name, alt, content }: NewImage): Promise<Image> {
  requireRole(ctx, "editor");
  const bytes = new Uint8Array(Buffer.from(content, "base64"));
  if (bytes.byteLength > IMAGE_BYTES) throw invalidField(["content"], "may have 5 MB at most");
  const size = readImage(bytes);
  if (size === null) throw invalidField(["content"], "is no PNG, JPEG, GIF or WebP picture");
  if (Math.max(size.width, size.height) > LONGEST_SIDE)
    throw invalidField(["content"], `is ${size.width} × ${size.height} pixels; ${LONGEST_SIDE} a side are the most`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const { orm } = ctx.database;
  const known = await findImageByDigest(orm, ctx.workspaceId, digest);
  if (known) return viewImage(known);
  if ((await countImages(orm, ctx.workspaceId)) >= MOST)
    throw conflict(`A workspace has at most ${MOST} pictures. Delete some first.`);
  const { kind, width, height } = size;
  const row = { id: newId(), workspaceId: ctx.workspaceId, type: kind };
  // The bytes first: a row without them would be a broken picture, bytes without a row are only space.
  await processFiles().put(keyOf(row), bytes, `image/${kind}`);
  return await orm.transaction(async (tx) => {
    const values = { ...row, name, alt, bytes: bytes.byteLength, width, height, digest };
    const made = await insertImage(tx, values);
    if (made) await audit(tx, ctx, "image.upload", made.id, { name });
    const stored = made ?? (await findImageByDigest(tx, ctx.workspaceId, digest));
    if (!stored) throw new Error("the picture was neither stored nor known");
    return viewImage(stored);
  });
}
