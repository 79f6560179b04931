import { wakeEngine } from "#db";
import { type Context, requireRole } from "#services";
import { lockContentDraft } from "#store/content-drafts";
import { insertContent } from "./create-content.ts";
import { lockContent, viewContent } from "./find-content.ts";
import { ITEM_TYPES } from "./item-types.ts";
import { withOutside } from "./outside.ts";
import { partsOf } from "./parts.ts";
import type { Content, DuplicateInput } from "./schema.ts";

/** A copy of an item as it stands in its draft, under a name of its own. */
export async function duplicateContent(ctx: Context, reference: string, input: DuplicateInput): Promise<Content> {
  requireRole(ctx, "editor");
  const made = await withOutside(ctx, async (inside, tx) => {
    const row = await lockContent(ctx, tx, reference);
    const draft = await lockContentDraft(tx, row.id);
    const parts = partsOf(draft ?? row);
    const name = input.name ?? `${parts.name.slice(0, 240)} (copy)`;
    const type = ITEM_TYPES.find((known) => known === row.type) ?? "email";
    return await insertContent(inside, tx, { ...parts, name, type, ...(input.slug ? { slug: input.slug } : {}) });
  });
  wakeEngine();
  return viewContent(made, null);
}
