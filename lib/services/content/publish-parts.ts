import { fieldError, invalid, type Transaction } from "#services";
import { type ContentItem, lockItemById, updateItemRow } from "#store/content";
import { insertContentRevision } from "#store/content-revisions";
import { raiseEngineRevision } from "#store/engine-config";
import { type Compilation, compileParts } from "./compile-parts.ts";
import { isShared } from "./item-types.ts";
import type { WithOutside } from "./outside.ts";
import { type Parts, partsOf } from "./parts.ts";
import { usersOfShared } from "./users-of-shared.ts";

/**
 * Makes parts the revision that people get from now on; the revision before is kept for those who were promised it
 * (R43). Mails that show a snippet or a layout are made again with it, each as a revision of its own.
 */
export async function publishParts(
  ctx: WithOutside,
  tx: Transaction,
  before: ContentItem,
  parts: Parts,
  more: Unversioned = {},
): Promise<ContentItem> {
  const made = await compileParts(ctx, tx, { type: before.type, parts });
  const after = await storeRevision(tx, before, { ...parts, ...more, html: made.html, compiled: made.compiled });
  if (isShared(before.type)) await remakeUsers(ctx, tx, after);
  await raiseEngineRevision(tx);
  return after;
}

/** What an item has once, not per revision. */
export type Unversioned = Partial<Pick<ContentItem, "slug" | "transactional" | "topicId">>;

/** Changes what has no revisions, for messages that are queued already too. */
export async function changeUnversioned(
  tx: Transaction,
  before: ContentItem,
  values: Unversioned,
): Promise<ContentItem> {
  if (Object.keys(values).length === 0) return before;
  const after = await updateItemRow(tx, before.id, values);
  await raiseEngineRevision(tx);
  return after;
}

type Values = Parts & Pick<ContentItem, "compiled"> & Unversioned;

async function storeRevision(tx: Transaction, before: ContentItem, values: Values): Promise<ContentItem> {
  const { id: contentId, revision, compiled, updatedAt } = before;
  await insertContentRevision(tx, { contentId, revision, compiled, publishedAt: updatedAt, ...partsOf(before) });
  return await updateItemRow(tx, contentId, { ...values, revision: revision + 1 });
}

/** Layouts and mails that show a shared part, also through snippets, made again; layouts before the mails in them. */
async function remakeUsers(ctx: WithOutside, tx: Transaction, shared: ContentItem): Promise<void> {
  const users = await everyUser(ctx, tx, shared);
  const made = users.filter(({ type }) => type === "layout" || type === "email");
  for (const { id } of made.sort((one, other) => Number(other.type === "layout") - Number(one.type === "layout"))) {
    const row = await lockItemById(tx, id);
    if (!row) continue;
    const { html, compiled } = await compileParts(ctx, tx, { type: row.type, parts: partsOf(row) });
    await storeRevision(tx, row, { ...partsOf(row), html, compiled });
  }
}

async function everyUser(ctx: WithOutside, tx: Transaction, shared: ContentItem): Promise<ContentItem[]> {
  const found = new Map<string, ContentItem>([[shared.id, shared]]);
  // The map grows while it is walked.
  for (const [, row] of found) {
    if (!isShared(row.type)) continue;
    for (const user of await usersOfShared(ctx, tx, row)) if (!found.has(user.id)) found.set(user.id, user);
  }
  found.delete(shared.id);
  return [...found.values()];
}

/** Refuses to publish what cannot be sent, with every reason. */
export function refuseErrors(findings: Compilation["findings"]): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const said = errors.map(({ pointer, message, line }) => {
    const path = pointer.split("/").slice(1);
    return fieldError(path, line === null ? message : `Line ${line}: ${message}`);
  });
  throw invalid(said[0]?.message ?? "The message cannot be published", said);
}
