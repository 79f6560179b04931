import type { Sql, TransactionSql } from "#db";
import type { Context } from "./context.ts";

/** What a read needs of a context, inside a snapshot or not. */
export type Reader = { readonly workspaceId: string; readonly database: { readonly sql: Sql | TransactionSql } };

/** All that is read with it is of one moment. */
export type Snapshot = { readonly workspaceId: string; readonly database: { readonly sql: TransactionSql } };

/**
 * Reads that belong together as of one moment. A batch takes a change out of the inbox and writes it to the person in one
 * commit: between two statements with a snapshot each it would be in neither.
 */
export async function inOneSnapshot<Result>(
  { database, workspaceId }: Context,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const found = await database.sql.begin("isolation level repeatable read read only", async (sql) => ({
    of: await read({ workspaceId, database: { sql } }),
  }));
  return found.of;
}
