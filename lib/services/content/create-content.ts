import { newId, wakeEngine } from "#db";
import { audit, type Context, freeKey, lockNames, numberFor, requireRole, slugOf, type Transaction } from "#services";
import { type ContentItem, insertItem, readContentNames } from "#store/content";
import { raiseEngineRevision } from "#store/engine-config";
import { compileParts } from "./compile-parts.ts";
import { viewContent } from "./find-content.ts";
import { type WithOutside, withOutside } from "./outside.ts";
import { type Parts, patchedParts } from "./parts.ts";
import { requireFreeSlug } from "./require-free-slug.ts";
import type { Content, NewContent } from "./schema.ts";
import { topicIdOf } from "./topic-id-of.ts";

const EMPTY: Parts = { name: "", subject: null, html: null, text: null, body: {}, mail: null, onEmpty: "send" };

/** Creates a message or in-page content; a template with an error is stored, and reported by journeys that use it. */
export async function createContent(ctx: Context, input: NewContent): Promise<Content> {
  requireRole(ctx, "editor");
  const row = await withOutside(ctx, (inside, tx) => insertContent(inside, tx, input));
  wakeEngine();
  return viewContent(row, null);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function insertContent(ctx: WithOutside, tx: Transaction, input: NewContent): Promise<ContentItem> {
  const slug = await slugFor(ctx, tx, input);
  const parts = patchedParts(EMPTY, input);
  const { html, compiled } = await compileParts(ctx, tx, { type: input.type, parts });
  const created = await insertItem(tx, {
    id: newId(),
    workspaceId: ctx.workspaceId,
    number: await numberFor(ctx, tx, "content", input.number),
    slug,
    type: input.type,
    ...parts,
    html,
    compiled,
    transactional: input.transactional ?? false,
    topicId: input.topicId ? await topicIdOf(ctx, tx, input.topicId) : null,
  });
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "content.create", created.id, { slug: created.slug });
  return created;
}

async function slugFor(ctx: Context, tx: Transaction, input: NewContent): Promise<string> {
  await lockNames(ctx, tx, "content");
  if (input.slug !== undefined) {
    await requireFreeSlug(ctx, tx, input.slug, null);
    return input.slug;
  }
  const names = await readContentNames(tx, ctx.workspaceId);
  return freeKey(slugOf(input.name, "content"), new Set(names.map(({ key }) => key)));
}
