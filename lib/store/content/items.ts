import { and, count, desc, eq, ilike, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { contentDrafts } from "../content-drafts/table.ts";
import { byName, type Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import type { ContentItem } from "./rows.ts";
import { content } from "./table.ts";

const { id, number, slug, name, subject, type, workspaceId: owner } = content;

/** The item that is not archived and that a reference means: by id, slug or number. */
export async function findItem(
  orm: Orm | Transaction,
  workspaceId: string,
  named: Name,
): Promise<ContentItem | undefined> {
  const [row] = await orm.select().from(content).where(present(workspaceId, named)).limit(1);
  return row;
}

/** The same, locked until the transaction ends: changes of one item happen one after another. */
export async function lockItem(tx: Transaction, workspaceId: string, named: Name): Promise<ContentItem | undefined> {
  const [row] = await tx.select().from(content).where(present(workspaceId, named)).limit(1).for("update");
  return row;
}

function present(workspaceId: string, named: Name): SQL | undefined {
  return and(byName({ workspaceId: owner, id, number, key: slug }, workspaceId, named), isNull(content.archivedAt));
}

/** Whether another item than `ownId` has the slug. */
export async function isSlugTaken(
  tx: Transaction,
  workspaceId: string,
  wanted: string,
  ownId: string | null,
): Promise<boolean> {
  const other = ownId === null ? undefined : ne(id, ownId);
  const where = and(eq(owner, workspaceId), eq(slug, wanted), other);
  return (await tx.select({ id }).from(content).where(where).limit(1)).length > 0;
}

export type ContentFilter = {
  readonly workspaceId: string;
  readonly type: string | null;
  readonly slug: string | null;
  /** A pattern of `ilike` for name, slug or subject. */
  readonly pattern: string | null;
};

/** A page of items that are not archived, newest change first, each with the time of its draft; null in the filter = any. */
export async function listItemRows(
  orm: Orm,
  filter: ContentFilter,
  page: Page,
): Promise<Paged<{ readonly row: ContentItem; readonly draftAt: Date | null }>> {
  const { pattern } = filter;
  const where = and(
    eq(owner, filter.workspaceId),
    isNull(content.archivedAt),
    filter.type === null ? undefined : eq(type, filter.type),
    filter.slug === null ? undefined : eq(slug, filter.slug),
    pattern === null ? undefined : or(ilike(name, pattern), ilike(slug, pattern), ilike(subject, pattern)),
  );
  return withTotal(
    orm
      .select({ row: content, draftAt: contentDrafts.updatedAt })
      .from(content)
      .leftJoin(contentDrafts, eq(contentDrafts.contentId, id))
      .where(where)
      .orderBy(desc(content.updatedAt), desc(id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(content).where(where),
  );
}
