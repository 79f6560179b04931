import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { snippetsIn } from "#content";
import type { Block, MailDesign } from "#mails";
import type { Context } from "#services";
import { schema } from "#store";
import type { Reader } from "./compile-parts.ts";
import type { ContentRow } from "./find-content.ts";

const { content } = schema;

/** What shows a snippet or a layout as it is published now. */
export async function usersOfShared(
  ctx: Context,
  tx: Reader,
  { id, type, slug }: Pick<ContentRow, "id" | "type" | "slug">,
): Promise<ContentRow[]> {
  const sources = sql`coalesce(${content.html}, '') || coalesce(${content.text}, '') || coalesce(${content.mail}::text, '')`;
  const rows = await tx
    .select()
    .from(content)
    .where(
      and(
        eq(content.workspaceId, ctx.workspaceId),
        isNull(content.archivedAt),
        ne(content.id, id),
        sql`strpos(${sources}, ${slug}) > 0`,
      ),
    )
    .orderBy(content.id);
  return rows.filter((row) => (type === "layout" ? row.mail?.layout === slug : showsSnippet(row, slug)));
}

function showsSnippet({ html, text, mail }: ContentRow, slug: string): boolean {
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
