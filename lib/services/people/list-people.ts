import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { findIdentity } from "#store/identities";
import { listShownPeople } from "#store/people";
import type { PeopleQuery, Person } from "./schema.ts";
import { segmentFilter } from "./segment-filter.ts";
import { shortTraits } from "./short-traits.ts";
import { viewPeople } from "./view-person.ts";

/** People of the workspace, newest first; those merged into another one are not among them. */
export async function listPeople(ctx: Context, query: PeopleQuery): Promise<Listing<Person>> {
  const ids = await identified(ctx, query);
  const segment = query.segmentId === undefined ? null : await segmentFilter(ctx, query.segmentId);
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const { workspaceId, database } = ctx;
  const filter = { workspaceId, tag: query.tag, pattern, ids, segmentId: segment };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listShownPeople(database.sql, filter, page);
  const people = (await viewPeople(ctx, rows)).map((person) => ({ ...person, traits: shortTraits(person.traits) }));
  return listing(people, total, query);
}

/** The people behind an identifier, or `null` when the query names none. */
async function identified(ctx: Context, query: PeopleQuery): Promise<string[] | null> {
  const kind = query.externalId === undefined ? "anonymous" : "external";
  const value = query.externalId ?? query.anonymousId;
  if (value === undefined) return null;
  const found = await findIdentity(ctx.database.sql, ctx.workspaceId, kind, value);
  return found === undefined ? [] : [found];
}
