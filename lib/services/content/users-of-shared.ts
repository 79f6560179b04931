import { snippetsIn } from "#content";
import type { Block, MailDesign } from "#mails";
import type { Context } from "#services";
import { type ContentItem, readMentions } from "#store/content";
import type { Reader } from "./compile-parts.ts";

/** What shows a snippet or a layout as it is published now. */
export async function usersOfShared(
  ctx: Context,
  tx: Reader,
  shared: Pick<ContentItem, "id" | "type" | "slug">,
): Promise<ContentItem[]> {
  const { type, slug } = shared;
  const rows = await readMentions(tx, ctx.workspaceId, shared);
  return rows.filter((row) => (type === "layout" ? row.mail?.layout === slug : showsSnippet(row, slug)));
}

function showsSnippet({ html, text, mail }: ContentItem, slug: string): boolean {
  const sources = [html ?? "", text ?? "", ...textsIn(mail)];
  return (
    sources.some((source) => snippetsIn(source).some((call) => call.slug === slug)) ||
    blocksIn(mail).some((block) => block.type === "snippet" && block.slug === slug)
  );
}

/** All texts of a design. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/** The blocks of a mail in all its languages. */
function blocksIn(mail: MailDesign | null): Block[] {
  const lists = [mail?.blocks, ...Object.values(mail?.languages ?? {}).map(({ blocks }) => blocks)];
  const blocks: Block[] = lists.flatMap((list) => list ?? []);
  return blocks.flatMap((block) => (block.type === "columns" ? [block, ...block.columns.flat()] : [block]));
}
