import type { Context } from "#services";
import { findContent, viewContent } from "./find-content.ts";
import type { Content } from "./schema.ts";

export async function getContent(ctx: Context, reference: string): Promise<Content> {
  return viewContent(await findContent(ctx, reference));
}
