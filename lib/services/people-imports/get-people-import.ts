import { type Context, isUuid, notFound } from "#services";
import { type PeopleImportRow, readPeopleImport } from "#store/people-imports";
import type { PeopleImport } from "./schema.ts";
import { viewPeopleImports } from "./view.ts";

/** A list of the workspace; throws `not_found`. */
export async function findPeopleImport(ctx: Context, id: string): Promise<PeopleImportRow> {
  const row = isUuid(id) ? await readPeopleImport(ctx.database.orm, ctx.workspaceId, id) : undefined;
  if (row === undefined) throw notFound("import");
  return row;
}

/** An imported list with what was done of it so far. */
export async function getPeopleImport(ctx: Context, id: string): Promise<PeopleImport> {
  const [view] = await viewPeopleImports(ctx, [await findPeopleImport(ctx, id)]);
  if (view === undefined) throw notFound("import");
  return view;
}
