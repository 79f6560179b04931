import { type Context, conflict, requireRole, type Transaction } from "#services";
import type { ContentItem } from "#store/content";
import { type ContentDraftRow, deleteContentDraft, lockContentDraft, putContentDraft } from "#store/content-drafts";
import { lockContent } from "./find-content.ts";
import { viewDraft } from "./find-draft.ts";
import { type Parts, partsOf, patchedParts } from "./parts.ts";
import type { ContentDraft, DraftInput } from "./schema.ts";

/** Saves an edit beside what people get; refused when somebody else saved meanwhile. */
export async function saveDraft(ctx: Context, reference: string, input: DraftInput): Promise<ContentDraft> {
  requireRole(ctx, "editor");
  const { edit, ...patch } = input;
  return await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    const before = await lockContentDraft(tx, row.id);
    if (edit !== undefined && edit !== (before?.edit ?? null))
      throw conflict("Somebody else saved this draft meanwhile. Load it again before you continue.", {
        edit: before?.edit ?? null,
      });
    return viewDraft(await writeDraft(ctx, tx, row, patchedParts(partsOf(before ?? row), patch)));
  });
}

/** Writes the draft of an item whose row is locked. */
export async function writeDraft(
  ctx: Context,
  tx: Transaction,
  row: ContentItem,
  parts: Parts,
): Promise<ContentDraftRow> {
  const updatedBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  return await putContentDraft(tx, { contentId: row.id, baseRevision: row.revision, ...parts, updatedBy });
}

/** Throws the draft away; people go on getting what is published. */
export async function discardDraft(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    await deleteContentDraft(tx, row.id);
  });
}
