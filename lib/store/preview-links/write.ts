import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { PreviewLinkRow } from "./read.ts";
import { type PickedElement, previewLinks } from "./table.ts";

type NewLink = Pick<PreviewLinkRow, "id" | "workspaceId" | "siteId" | "contentId" | "mode" | "url" | "createdBy">;

/** Stores a link that holds for this many seconds, and removes those of all workspaces that are long over. */
export async function insertPreviewLink(tx: Transaction, link: NewLink, forS: number): Promise<PreviewLinkRow> {
  await tx.delete(previewLinks).where(lt(previewLinks.expiresAt, sql`now() - interval '1 day'`));
  const [row] = await tx
    .insert(previewLinks)
    .values({ ...link, expiresAt: sql`now() + make_interval(secs => ${forS})` })
    .returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Notes that a page asked with it, the first time. */
export async function noteLinkOpened(orm: Orm, id: string): Promise<void> {
  await orm
    .update(previewLinks)
    .set({ openedAt: sql`now()` })
    .where(and(eq(previewLinks.id, id), isNull(previewLinks.openedAt)));
}

/** Keeps what was picked last. */
export async function noteLinkPicked(orm: Orm, id: string, picked: PickedElement): Promise<void> {
  await orm.update(previewLinks).set({ picked }).where(eq(previewLinks.id, id));
}
