import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { content } from "./table.ts";

export type ContentItem = typeof content.$inferSelect;
type ContentName = Pick<ContentItem, "id" | "number"> & { readonly key: string };

const { id, number, slug, name, type, subject, html, text, body, mail, compiled } = content;
const named = { id, number, key: slug };

/** An item that is not archived. */
export async function readItem(tx: Transaction, workspaceId: string, itemId: string): Promise<ContentItem | undefined> {
  const [row] = await tx
    .select()
    .from(content)
    .where(and(eq(content.workspaceId, workspaceId), eq(id, itemId), isNull(content.archivedAt)));
  return row;
}

/** What is written in items, archived ones too. */
export async function readWritten(orm: Orm | Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return orm
    .select({ id, name, type, subject, html, text, body, mail, compiled, transactional: content.transactional })
    .from(content)
    .where(inArray(id, [...ids]));
}

/** Whole items by id, archived ones too. */
export async function readItems(
  orm: Orm | Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<ContentItem[]> {
  if (ids.length === 0) return [];
  return orm
    .select()
    .from(content)
    .where(and(eq(content.workspaceId, workspaceId), inArray(id, [...ids])));
}

/** All items of a workspace by all their names, archived ones too. */
export async function readContentNames(orm: Orm | Transaction, workspaceId: string): Promise<ContentName[]> {
  return orm.select(named).from(content).where(eq(content.workspaceId, workspaceId));
}

/** The items that references may mean. */
export async function findContentNames(
  orm: Orm | Transaction,
  workspaceId: string,
  { ids, keys, numbers }: { readonly ids: string[]; readonly keys: string[]; readonly numbers: number[] },
): Promise<ContentName[]> {
  return orm
    .select(named)
    .from(content)
    .where(
      and(eq(content.workspaceId, workspaceId), or(inArray(id, ids), inArray(slug, keys), inArray(number, numbers))),
    );
}

/** Names and types of the items that are not archived and of none of the types `except`. */
export async function readPresentContent(orm: Orm | Transaction, workspaceId: string, except: readonly string[]) {
  return orm
    .select({ id, number, slug, type })
    .from(content)
    .where(and(eq(content.workspaceId, workspaceId), isNull(content.archivedAt), notInArray(type, [...except])));
}
