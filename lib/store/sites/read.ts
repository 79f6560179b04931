import { and, arrayContains, asc, count, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { sites } from "./table.ts";

export type SiteRow = typeof sites.$inferSelect;

export async function readSite(orm: Orm | Transaction, workspaceId: string, id: string): Promise<SiteRow | undefined> {
  const [row] = await orm
    .select()
    .from(sites)
    .where(and(eq(sites.workspaceId, workspaceId), eq(sites.id, id)));
  return row;
}

/** A page of a workspace's sites in the order they were made, and how many there are. */
export async function readSites(orm: Orm | Transaction, workspaceId: string, page: Page): Promise<Paged<SiteRow>> {
  const where = eq(sites.workspaceId, workspaceId);
  return withTotal(
    orm
      .select()
      .from(sites)
      .where(where)
      .orderBy(asc(sites.createdAt), asc(sites.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(sites).where(where),
  );
}

/** The site that was made first. */
export async function readFirstSite(orm: Orm | Transaction, workspaceId: string): Promise<SiteRow | undefined> {
  const { rows } = await readSites(orm, workspaceId, { limit: 1, offset: 0 });
  return rows[0];
}

/** The site that has this origin among its own; of several the one that was made first. */
export async function findSiteOfOrigin(
  orm: Orm | Transaction,
  workspaceId: string,
  origin: string,
): Promise<string | null> {
  const [row] = await orm
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.workspaceId, workspaceId), arrayContains(sites.origins, [origin])))
    .orderBy(asc(sites.createdAt), asc(sites.id))
    .limit(1);
  return row?.id ?? null;
}
