import type { Context } from "#services";
import { findsWholeIdsOnly, resolvePeople } from "#services/people";
import { findSegment } from "#services/segments";
import { findIdentity } from "#store/identities";
import { countPeople } from "#store/people";
import type { PeopleChangeInput } from "./schema.ts";

/** Whom a change is about, as the operation keeps it, and how many they are now. */
export type Selection = {
  readonly personIds: readonly string[] | null;
  readonly search: string | null;
  readonly tag: string | null;
  readonly segmentId: string | null;
  readonly counted: Awaited<ReturnType<typeof countPeople>>;
};

/** Reads whom is meant; people who were merged are the person they are now. Throws `invalid` for unknown people. */
export async function selectPeople(
  ctx: Context,
  { personIds, filter = {} }: Pick<PeopleChangeInput, "personIds" | "filter">,
): Promise<Selection> {
  const { tag = null } = filter;
  const wholeId = filter.search !== undefined && (await findsWholeIdsOnly(ctx)) ? filter.search : null;
  const search = wholeId === null ? (filter.search ?? null) : null;
  const segmentId = filter.segmentId === undefined ? null : (await findSegment(ctx, filter.segmentId)).id;
  const ids = await listedIds(ctx, personIds, wholeId);
  const { workspaceId, database } = ctx;
  const counted = await countPeople(database.sql, { workspaceId, search, tag, segmentId, ids });
  return { personIds: ids, search, tag, segmentId, counted };
}

/** The people who are listed, or the one with an id; null: a filter says who. */
async function listedIds(ctx: Context, personIds: readonly string[] | undefined, wholeId: string | null) {
  if (personIds !== undefined) {
    const named = personIds.map((personId) => ({ personId }));
    return [...new Set(await resolvePeople(ctx, named, "personIds"))];
  }
  if (wholeId === null) return null;
  const known = await findIdentity(ctx.database.sql, ctx.workspaceId, "external", wholeId);
  return known === undefined ? [] : [known];
}
