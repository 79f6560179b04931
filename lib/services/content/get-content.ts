import type { Context } from "#services";
import { findContent, withDraft } from "./find-content.ts";
import type { Content } from "./schema.ts";

export async function getContent(ctx: Context, reference: string): Promise<Content> {
  return await withDraft(ctx, await findContent(ctx, reference));
}
