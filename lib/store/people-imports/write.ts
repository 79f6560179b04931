import type { Sql, Transaction } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import { peopleImports } from "./table.ts";

export async function insertPeopleImport(tx: Transaction, row: typeof peopleImports.$inferInsert): Promise<void> {
  await tx.insert(peopleImports).values(row);
}

/** Deletes lists of before, with their parts. */
export async function deleteOldImports(sql: Sql, before: number): Promise<void> {
  await sql`
    with old as (
      delete from people_imports
      where created_at < ${toSqlTimestamp(before)}::timestamptz and not exists (
        select from operations where operations.id = people_imports.id and status in ('waiting', 'running'))
      returning id
    )
    delete from people_import_parts using old where import_id = old.id`;
}
