import { and, eq, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** What a reference may mean: an id, or else a key or a number. */
export type Name = { readonly id: string | null; readonly number: number | null; readonly key: string };

type NamedTable = {
  readonly workspaceId: PgColumn;
  readonly id: PgColumn;
  readonly key: PgColumn;
  readonly number: PgColumn;
};

/** The rows of a workspace that a reference may mean: the one with the id, or those with the key or the number. */
export function byName(table: NamedTable, workspaceId: string, { id, number, key }: Name): SQL | undefined {
  const byKey = eq(table.key, key);
  const named = id ? eq(table.id, id) : number === null ? byKey : or(eq(table.number, number), byKey);
  return and(eq(table.workspaceId, workspaceId), named);
}
