import type { Context } from "#services";
import { resolvePeople } from "#services/people";
import { findSegment } from "#services/segments";
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
  const { search = null, tag = null } = filter;
  const segmentId = filter.segmentId === undefined ? null : (await findSegment(ctx, filter.segmentId)).id;
  const named = personIds?.map((personId) => ({ personId }));
  const ids = named === undefined ? null : [...new Set(await resolvePeople(ctx, named, "personIds"))];
  const { workspaceId, database } = ctx;
  const counted = await countPeople(database.sql, { workspaceId, search, tag, segmentId, ids });
  return { personIds: ids, search, tag, segmentId, counted };
}
