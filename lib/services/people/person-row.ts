import { type Context, isUuid, notFound } from "#services";
import { findIdentity } from "#store/identities";
import { followMerges, readShownPerson, type ShownPerson } from "#store/people";

/**
 * A person by id, or by external id. An external id may look like an internal id, so internal ids take precedence. A
 * merged person resolves to the survivor. Throws `not_found`.
 */
export async function findPerson(ctx: Context, reference: string): Promise<ShownPerson> {
  const own = isUuid(reference) ? await loadCurrent(ctx, reference.toLowerCase()) : undefined;
  const found =
    own ?? (await loadCurrent(ctx, await findIdentity(ctx.database.sql, ctx.workspaceId, "external", reference)));
  if (!found) throw notFound("person");
  return found;
}

async function loadCurrent(ctx: Context, id: string | undefined): Promise<ShownPerson | undefined> {
  let row = id === undefined ? undefined : await readShownPerson(ctx.database.sql, ctx.workspaceId, id);
  // Again for one who is merged between the two reads.
  while (row?.merged_into) {
    const current = await followMerges(ctx.database.sql, row.merged_into);
    row = current === null ? undefined : await readShownPerson(ctx.database.sql, ctx.workspaceId, current);
  }
  return row;
}
