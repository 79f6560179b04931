import { type Context, iso } from "#services";
import { type ContentDraftRow, readContentDraft } from "#store/content-drafts";
import { findContent } from "./find-content.ts";
import { partsOf } from "./parts.ts";
import type { ContentDraft } from "./schema.ts";

/** The draft beside an item; null: there is none, so its parts are those that people get. */
export async function getDraft(ctx: Context, reference: string): Promise<ContentDraft | null> {
  const { id } = await findContent(ctx, reference);
  const draft = await readContentDraft(ctx.database.orm, id);
  return draft ? viewDraft(draft) : null;
}

export function viewDraft(row: ContentDraftRow): ContentDraft {
  const { edit, baseRevision, updatedBy, updatedAt } = row;
  return { ...partsOf(row), edit, baseRevision, updatedBy, updatedAt: iso(updatedAt) };
}
