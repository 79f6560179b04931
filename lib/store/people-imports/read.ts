import { and, count, desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import type { OperationRow } from "../operations/rows.ts";
import { operations } from "../operations/table.ts";
import { peopleImports } from "./table.ts";

export type PeopleImportRow = typeof peopleImports.$inferSelect & { readonly operation: OperationRow };

const rowsOf = (found: { people_imports: typeof peopleImports.$inferSelect; operations: OperationRow }[]) =>
  found.map((row): PeopleImportRow => ({ ...row.people_imports, operation: row.operations }));

export async function readPeopleImport(
  orm: Orm,
  workspaceId: string,
  id: string,
): Promise<PeopleImportRow | undefined> {
  const found = await orm
    .select()
    .from(peopleImports)
    .innerJoin(operations, eq(operations.id, peopleImports.id))
    .where(and(eq(peopleImports.workspaceId, workspaceId), eq(peopleImports.id, id)));
  return rowsOf(found)[0];
}

/** A page of a workspace's lists, the newest first, and how many there are. */
export async function readPeopleImports(
  orm: Orm,
  workspaceId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: PeopleImportRow[]; total: number }> {
  const own = eq(peopleImports.workspaceId, workspaceId);
  const [[counted], found] = await Promise.all([
    orm.select({ total: count() }).from(peopleImports).where(own),
    orm
      .select()
      .from(peopleImports)
      .innerJoin(operations, eq(operations.id, peopleImports.id))
      .where(own)
      .orderBy(desc(peopleImports.createdAt), desc(peopleImports.id))
      .limit(page.limit)
      .offset(page.offset),
  ]);
  return { rows: rowsOf(found), total: counted?.total ?? 0 };
}
