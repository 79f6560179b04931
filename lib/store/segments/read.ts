import { and, arrayContains, asc, count, eq, ilike, inArray, ne, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { segments } from "./table.ts";

export type SegmentRow = typeof segments.$inferSelect;

/** How a reference may name a segment; a text of digits may be a number or a key. */
export type NamedSegment = { readonly id: string | null; readonly number: number | null; readonly key: string };

/**
 * The segment of a workspace that a reference means (R46): a present key takes precedence over a number, and a number
 * over a former key. With `isLocked` it is locked until the transaction ends.
 */
export async function readNamedSegment(
  orm: Orm | Transaction,
  workspaceId: string,
  { id, number, key }: NamedSegment,
  isLocked = false,
): Promise<SegmentRow | undefined> {
  const byKey = or(eq(segments.key, key), arrayContains(segments.formerKeys, [key]));
  const named = id ? eq(segments.id, id) : number === null ? byKey : or(eq(segments.number, number), byKey);
  const found = orm
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), named));
  const rows = await (isLocked ? found.for("update") : found);
  return rows.find((row) => row.key === key || row.id === id) ?? rows.find((row) => row.number === number) ?? rows[0];
}

/** A page of a workspace's segments by name, and how many there are; `pattern` matches names and keys. */
export async function readSegments(
  orm: Orm | Transaction,
  workspaceId: string,
  { pattern, limit, offset }: { readonly pattern: string | null; readonly limit: number; readonly offset: number },
): Promise<{ rows: SegmentRow[]; total: number }> {
  const where = and(
    eq(segments.workspaceId, workspaceId),
    pattern === null ? undefined : or(ilike(segments.name, pattern), ilike(segments.key, pattern)),
  );
  const [[counted], rows] = await Promise.all([
    orm.select({ total: count() }).from(segments).where(where),
    orm.select().from(segments).where(where).orderBy(asc(segments.name), asc(segments.id)).limit(limit).offset(offset),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Whole segments by id. */
export async function readSegmentRows(
  orm: Orm | Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<SegmentRow[]> {
  if (ids.length === 0) return [];
  return orm
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), inArray(segments.id, [...ids])));
}

/** All segments of a workspace with what rules and documents may refer to. */
export async function readSegmentReferences(orm: Orm | Transaction, workspaceId: string) {
  const { id, key, number, name, rules, formerKeys } = segments;
  return await orm
    .select({ id, key, number, name, rules, formerKeys })
    .from(segments)
    .where(eq(segments.workspaceId, workspaceId));
}

/** All segments of a workspace by all their names, former ones too. */
export async function readSegmentNames(orm: Orm | Transaction, workspaceId: string) {
  const { id, number, key, formerKeys, name, kind } = segments;
  return orm
    .select({ id, number, key, formerKeys, name, kind })
    .from(segments)
    .where(eq(segments.workspaceId, workspaceId));
}

/** Segments, other than `own`, that had a key before. */
export async function readFormerHolders(
  orm: Orm | Transaction,
  workspaceId: string,
  key: string,
  own: string | null,
): Promise<SegmentRow[]> {
  return await orm
    .select()
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, workspaceId),
        arrayContains(segments.formerKeys, [key]),
        own === null ? undefined : ne(segments.id, own),
      ),
    );
}

/** The name and references of a segment. */
export async function readSegmentName(orm: Orm | Transaction, segmentId: string) {
  const { id, name, key, number } = segments;
  const [row] = await orm.select({ id, name, key, number }).from(segments).where(eq(id, segmentId));
  return row;
}

/** The segments that references may mean by their present names. */
export async function findSegmentNames(
  orm: Orm | Transaction,
  workspaceId: string,
  { ids, keys, numbers }: { readonly ids: string[]; readonly keys: string[]; readonly numbers: number[] },
): Promise<Pick<SegmentRow, "id" | "key" | "number">[]> {
  const { id, key, number } = segments;
  return orm
    .select({ id, key, number })
    .from(segments)
    .where(
      and(eq(segments.workspaceId, workspaceId), or(inArray(id, ids), inArray(key, keys), inArray(number, numbers))),
    );
}
