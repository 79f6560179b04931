import { type Context, cursorListing, type Listing, startOf } from "#services";
import { maskingOf } from "#services/masking";
import { findIdentity } from "#store/identities";
import { countPeople, listShownPeople } from "#store/people";
import type { PeopleQuery, Person } from "./schema.ts";
import { segmentFilter } from "./segment-filter.ts";
import { shortTraits } from "./short-traits.ts";
import { viewPeople } from "./view-person.ts";

/** The traits that a search looks at. */
const SEARCHED = ["email", "name", "firstName", "lastName"];

/** A segment's people are a list of their own. */
const listOf = (segmentId: string | null) => (segmentId === null ? "people" : `people of ${segmentId}`);

/** People of the workspace, newest first; those merged into another one are not among them. */
export async function listPeople(ctx: Context, asked: PeopleQuery): Promise<Listing<Person>> {
  const query = await withoutMasked(ctx, asked);
  const segmentId = query.segmentId === undefined ? null : await segmentFilter(ctx, query.segmentId);
  const list = listOf(segmentId);
  const start = startOf(ctx, list, query);
  const ids = await identified(ctx, query);
  const { workspaceId, database } = ctx;
  const { tag = null, search = null, limit } = query;
  const counted = await countPeople(database.sql, { workspaceId, tag, search, ids, segmentId });
  const rows = await listShownPeople(database.sql, counted, { ...start, limit });
  const people = (await viewPeople(ctx, rows)).map((person) => ({ ...person, traits: shortTraits(person.traits) }));
  const last = rows.at(-1);
  return cursorListing(ctx, people, counted, {
    list,
    page: start.page,
    limit,
    last: last && { at: last.created_at, id: last.id },
  });
}

/**
 * A search looks at addresses and names, and a caller who does not see them could guess them letter by letter: it finds a
 * person by their whole id then.
 */
async function withoutMasked(ctx: Context, { search, ...query }: PeopleQuery): Promise<PeopleQuery> {
  if (search === undefined) return query;
  if (!(await findsWholeIdsOnly(ctx))) return { ...query, search };
  return { ...query, externalId: query.externalId ?? search };
}

/** Whether a search of this caller finds people by their whole id only, as it looks at masked traits. */
export async function findsWholeIdsOnly(ctx: Context): Promise<boolean> {
  const masked = await maskingOf(ctx);
  return masked !== null && SEARCHED.some((trait) => masked.traits.has(trait));
}

/** The people behind an identifier, or `null` when the query names none. */
async function identified(ctx: Context, query: PeopleQuery): Promise<string[] | null> {
  const kind = query.externalId === undefined ? "anonymous" : "external";
  const value = query.externalId ?? query.anonymousId;
  if (value === undefined) return null;
  const found = await findIdentity(ctx.database.sql, ctx.workspaceId, kind, value);
  return found === undefined ? [] : [found];
}
