import { type Context, type Listing, listing, offsetOf } from "#services";
import { readPeopleImports } from "#store/people-imports";
import type { PeopleImport, PeopleImportQuery } from "./schema.ts";
import { viewPeopleImports } from "./view.ts";

/** The imported lists of the workspace, the newest first. */
export async function listPeopleImports(ctx: Context, query: PeopleImportQuery): Promise<Listing<PeopleImport>> {
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await readPeopleImports(ctx.database.orm, ctx.workspaceId, page);
  return listing(await viewPeopleImports(ctx, rows), total, query);
}
