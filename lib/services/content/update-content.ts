import { eq, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, lockNames, requireRole, type Transaction } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { lockContent, viewContent } from "./find-content.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import type { Content, ContentPatch } from "./schema.ts";
import { topicIdOf } from "./topic-id-of.ts";

const { content, contentRevisions } = schema;

/** Changes an item, only given fields; messages queued from now on use the new revision; the old one is kept (R43). */
export async function updateContent(ctx: Context, reference: string, patch: ContentPatch): Promise<Content> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => changeContent(ctx, tx, reference, patch));
  wakeEngine();
  return viewContent(row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function changeContent(ctx: Context, tx: Transaction, reference: string, patch: ContentPatch) {
  const before = await lockContent(ctx, tx, reference);
  if (patch.slug !== undefined) {
    await lockNames(ctx, tx, "content");
    await requireFreeSlug(ctx, tx, patch.slug, before.id);
  }
  const { revision, name, subject, html, text, body, onEmpty } = before;
  const kept = { contentId: before.id, revision, name, subject, html, text, body, onEmpty };
  await tx.insert(contentRevisions).values(kept);
  const topicId = patch.topicId ? await topicIdOf(ctx, tx, patch.topicId) : patch.topicId;
  const given = Object.fromEntries(Object.entries({ ...patch, topicId }).filter(([, value]) => value !== undefined));
  const [after] = await tx
    .update(content)
    .set({ ...given, revision: revision + 1, updatedAt: sql`now()` })
    .where(eq(content.id, before.id))
    .returning();
  if (!after) throw new Error("the locked content item is gone");
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "content.update", before.id, { fields: Object.keys(given), revision: after.revision });
  return after;
}
