import { wakeEngine } from "#db";
import { audit, type Context, invalidField, lockNames, requireRole, type Transaction } from "#services";
import type { ContentItem } from "#store/content";
import { lockContent, withDraft } from "./find-content.ts";
import { isShared } from "./item-types.ts";
import { type WithOutside, withOutside } from "./outside.ts";
import { hasParts, partsOf, patchedParts } from "./parts.ts";
import { changeUnversioned, publishParts, type Unversioned } from "./publish-parts.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import type { Content, ContentPatch } from "./schema.ts";
import { topicIdOf } from "./topic-id-of.ts";
import { usersOfShared } from "./users-of-shared.ts";

/** Changes an item at once, only given fields; messages queued from now on use the new revision; the old one is kept (R43). */
export async function updateContent(ctx: Context, reference: string, patch: ContentPatch): Promise<Content> {
  requireRole(ctx, "editor");
  const row = await withOutside(ctx, (inside, tx) => changeContent(inside, tx, reference, patch));
  wakeEngine();
  return await withDraft(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function changeContent(ctx: WithOutside, tx: Transaction, reference: string, patch: ContentPatch) {
  const before = await lockContent(ctx, tx, reference);
  if (patch.slug !== undefined) {
    await lockNames(ctx, tx, "content");
    await requireFreeSlug(ctx, tx, patch.slug, before.id);
  }
  if (patch.slug !== undefined && patch.slug !== before.slug) await requireUnused(ctx, tx, before);
  const more = await unversioned(ctx, tx, patch);
  const after = hasParts(patch)
    ? await publishParts(ctx, tx, before, patchedParts(partsOf(before), patch), more)
    : await changeUnversioned(tx, before, more);
  const given = Object.keys(patch).filter((field) => patch[field as keyof ContentPatch] !== undefined);
  await audit(tx, ctx, "content.update", before.id, { fields: given, revision: after.revision });
  return after;
}

/** What no revision keeps: the item has one value of it. */
async function unversioned(ctx: Context, tx: Transaction, patch: ContentPatch): Promise<Unversioned> {
  const topicId = patch.topicId ? await topicIdOf(ctx, tx, patch.topicId) : patch.topicId;
  return {
    ...(patch.slug === undefined ? {} : { slug: patch.slug }),
    ...(patch.transactional === undefined ? {} : { transactional: patch.transactional }),
    ...(topicId === undefined ? {} : { topicId }),
  };
}

/** Mails name their snippets and layout by slug, so that of a used one stays. */
async function requireUnused(ctx: Context, tx: Transaction, row: ContentItem): Promise<void> {
  if (!isShared(row.type)) return;
  const users = await usersOfShared(ctx, tx, row);
  const names = users.map(({ name }) => name).join(", ");
  if (users.length > 0) throw invalidField(["slug"], `cannot change while it is used by ${names}`);
}
