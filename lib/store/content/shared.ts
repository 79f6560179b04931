import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { ContentItem } from "./rows.ts";
import { content } from "./table.ts";

/** What emails share: the items of these types that are not archived, as they are published. */
export async function readSharedItems(orm: Orm | Transaction, workspaceId: string, types: readonly string[]) {
  const { type, slug, html, text, compiled } = content;
  return orm
    .select({ type, slug, html, text, compiled })
    .from(content)
    .where(and(eq(content.workspaceId, workspaceId), isNull(content.archivedAt), inArray(type, [...types])));
}

/** Other items that are not archived and in which a slug stands somewhere; not each of them names an item by it. */
export async function readMentions(
  orm: Orm | Transaction,
  workspaceId: string,
  { id, slug }: Pick<ContentItem, "id" | "slug">,
): Promise<ContentItem[]> {
  const sources = sql`coalesce(${content.html}, '') || coalesce(${content.text}, '') || coalesce(${content.mail}::text, '')`;
  return orm
    .select()
    .from(content)
    .where(
      and(
        eq(content.workspaceId, workspaceId),
        isNull(content.archivedAt),
        ne(content.id, id),
        sql`strpos(${sources}, ${slug}) > 0`,
      ),
    )
    .orderBy(content.id);
}
