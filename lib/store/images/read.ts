import { and, count, desc, eq, ilike, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { images } from "./table.ts";

export type ImageRow = typeof images.$inferSelect;

/** A picture of any workspace: its id cannot be guessed, and every receiver of a mail has it. */
export async function readImageRow(orm: Orm, id: string): Promise<ImageRow | undefined> {
  const [row] = await orm.select().from(images).where(eq(images.id, id));
  return row;
}

export async function lockImageRow(tx: Transaction, workspaceId: string, id: string): Promise<ImageRow | undefined> {
  const [row] = await tx.select().from(images).where(owned(workspaceId, id)).for("update");
  return row;
}

export async function findImageByDigest(
  orm: Orm | Transaction,
  workspaceId: string,
  digest: string,
): Promise<ImageRow | undefined> {
  const [row] = await orm
    .select()
    .from(images)
    .where(and(eq(images.workspaceId, workspaceId), eq(images.digest, digest)));
  return row;
}

export async function countImages(orm: Orm, workspaceId: string): Promise<number> {
  const [row] = await orm.select({ total: count() }).from(images).where(eq(images.workspaceId, workspaceId));
  return row?.total ?? 0;
}

/** A page of pictures, newest first; `pattern` is one of `ilike` for the name or the alt text. */
export async function listImageRows(
  orm: Orm,
  workspaceId: string,
  pattern: string | null,
  page: Page,
): Promise<Paged<ImageRow>> {
  const isFound = pattern === null ? undefined : or(ilike(images.name, pattern), ilike(images.alt, pattern));
  const where = and(eq(images.workspaceId, workspaceId), isFound);
  const rows = orm.select().from(images).where(where).orderBy(desc(images.createdAt), desc(images.id));
  return withTotal(
    rows.limit(page.limit).offset(page.offset),
    orm.select({ total: count() }).from(images).where(where),
  );
}

export const owned = (workspaceId: string, id: string) => and(eq(images.workspaceId, workspaceId), eq(images.id, id));
