import { type Context, type Listing, listing, offsetOf } from "#services";
import { readRefusedRows } from "#store/people-import-parts";
import { findPeopleImport } from "./get-people-import.ts";
import type { RefusedRow, RefusedRowsQuery } from "./schema.ts";

/** The rows of a list that could not be read, in the order of the file. */
export async function listRefusedRows(ctx: Context, id: string, query: RefusedRowsQuery): Promise<Listing<RefusedRow>> {
  const { refused } = await findPeopleImport(ctx, id);
  const page = { limit: query.limit, offset: offsetOf(query) };
  return listing(await readRefusedRows(ctx.database.sql, id, page), refused, query);
}
