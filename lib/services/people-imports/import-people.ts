import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { awaitOperation, queueOperation } from "#services/operations";
import { insertPart } from "#store/people-import-parts";
import { insertPeopleImport } from "#store/people-imports";
import { getPeopleImport } from "./get-people-import.ts";
import { requireIds } from "./read-columns.ts";
import { type List, readList, refusedOf } from "./read-list.ts";
import type { PeopleImport, PeopleImportInput } from "./schema.ts";

/**
 * Creates and changes people by a list. The whole list is stored first, and an operation stores its rows; rows that
 * cannot be read are refused with their line. The same list again changes nothing: people are found by their ids. Nobody
 * gets `user.created`.
 */
export async function importPeople(ctx: Context, input: PeopleImportInput): Promise<PeopleImport> {
  requireRole(ctx, "editor");
  const list = await readList(input);
  requireIds(list.columns);
  const id = await storeList(ctx, input.name ?? null, list);
  wakeEngine();
  await awaitOperation(ctx, id);
  return await getPeopleImport(ctx, id);
}

async function storeList(ctx: Context, name: string | null, list: List): Promise<string> {
  const { workspaceId } = ctx;
  const { rows, delimiter } = list;
  const refused = refusedOf(list);
  const columns = [...list.columns];
  const createdBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  return await ctx.database.orm.transaction(async (tx) => {
    const id = await queueOperation(ctx, tx, "import_people", { rows });
    await insertPeopleImport(tx, { id, workspaceId, name, columns, delimiter, rows, refused, createdBy });
    for (const [number, part] of list.parts.entries()) await insertPart(tx, { id, workspaceId }, number, part);
    await audit(tx, ctx, "people.import", id, { rows, refused });
    return id;
  });
}
