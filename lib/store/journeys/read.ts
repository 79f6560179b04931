import { and, asc, count, desc, eq, ilike, isNotNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { operations } from "../operations/table.ts";
import type { Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { journeys } from "./table.ts";

export type JourneyRow = typeof journeys.$inferSelect;
type Reader = Orm | Transaction;

export async function readJourney(orm: Orm, workspaceId: string, name: Name): Promise<JourneyRow | undefined> {
  const [row] = await orm
    .select()
    .from(journeys)
    .where(meant(orm, workspaceId, name))
    .limit(1);
  return row;
}

/** How far a journey is, without its canvas. */
export async function readJourneyStamp(
  orm: Orm,
  workspaceId: string,
  name: Name,
): Promise<Pick<JourneyRow, "id" | "revision" | "updatedAt"> | undefined> {
  const { id, revision, updatedAt } = journeys;
  const [row] = await orm
    .select({ id, revision, updatedAt })
    .from(journeys)
    .where(meant(orm, workspaceId, name))
    .limit(1);
  return row;
}

/** A journey, locked until the transaction ends: moves and saves of one journey happen one after another. */
export async function lockJourneyRow(
  tx: Transaction,
  workspaceId: string,
  name: Name,
): Promise<JourneyRow | undefined> {
  const [row] = await tx
    .select()
    .from(journeys)
    .where(meant(tx, workspaceId, name))
    .limit(1)
    .for("update");
  return row;
}

/** All journeys of a workspace by all their names. */
export async function readJourneyNames(
  orm: Reader,
  workspaceId: string,
): Promise<Pick<JourneyRow, "id" | "number" | "key" | "shortId">[]> {
  const { id, number, key, shortId } = journeys;
  return orm.select({ id, number, key, shortId }).from(journeys).where(eq(journeys.workspaceId, workspaceId));
}

/** The keys of the journeys that are not archived. */
export async function readJourneyKeys(orm: Orm, workspaceId: string): Promise<string[]> {
  const isPresent = and(eq(journeys.workspaceId, workspaceId), ne(journeys.status, "archived"));
  const rows = await orm.select({ key: journeys.key }).from(journeys).where(isPresent);
  return rows.map(({ key }) => key);
}

export async function readPublishedVersion(orm: Orm, journeyId: string): Promise<string | null> {
  const [row] = await orm.select({ id: journeys.publishedVersionId }).from(journeys).where(eq(journeys.id, journeyId));
  return row?.id ?? null;
}

export type JourneyFilter = {
  readonly workspaceId: string;
  /** null = all but archived ones. */
  readonly status: JourneyRow["status"] | null;
  readonly siteId: string | null;
  /** A pattern of `ilike` for name, description or key. */
  readonly pattern: string | null;
};

/** A page of journeys, newest change first. */
export async function listJourneyRows(
  orm: Orm,
  { workspaceId, status, siteId, pattern }: JourneyFilter,
  page: Page,
): Promise<Paged<JourneyRow>> {
  const { name, description, key } = journeys;
  const where = and(
    visible(orm, workspaceId),
    status === null ? ne(journeys.status, "archived") : eq(journeys.status, status),
    siteId === null ? undefined : eq(journeys.siteId, siteId),
    pattern === null ? undefined : or(ilike(name, pattern), ilike(description, pattern), ilike(key, pattern)),
  );
  return withTotal(
    orm
      .select()
      .from(journeys)
      .where(where)
      .orderBy(desc(journeys.updatedAt), desc(journeys.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(journeys).where(where),
  );
}

/** A page of the journeys that were made by the places API, by number; archived ones do not exist there. */
export async function listPlacedRows(orm: Orm, workspaceId: string, page: Page): Promise<Paged<JourneyRow>> {
  const where = and(visible(orm, workspaceId), isNotNull(journeys.place), ne(journeys.status, "archived"));
  return withTotal(
    orm.select().from(journeys).where(where).orderBy(asc(journeys.number)).limit(page.limit).offset(page.offset),
    orm.select({ total: count() }).from(journeys).where(where),
  );
}

/** A journey that is being deleted counts as not existing. */
function visible(orm: Reader, workspaceId: string): SQL | undefined {
  const deletion = orm
    .select({ one: sql`1` })
    .from(operations)
    .where(and(eq(operations.journeyId, journeys.id), eq(operations.kind, "delete_journey")));
  return and(eq(journeys.workspaceId, workspaceId), notExists(deletion));
}

/** By id, `jrn_…`, number or key. */
function meant(orm: Reader, workspaceId: string, { id, number, key }: Name): SQL | undefined {
  const byKey = eq(key.startsWith("jrn_") ? journeys.shortId : journeys.key, key);
  const named = id ? eq(journeys.id, id) : number === null ? byKey : or(eq(journeys.number, number), byKey);
  return and(visible(orm, workspaceId), named);
}
