import { and, asc, count, eq, ilike, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { byName, type Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { offers } from "./table.ts";

export type OfferRow = typeof offers.$inferSelect;

/** The rows that a reference may mean; one may have as its key what is the number of another. */
export async function findOffers(orm: Orm, workspaceId: string, name: Name): Promise<OfferRow[]> {
  return orm
    .select()
    .from(offers)
    .where(byName(offers, workspaceId, name));
}

export async function lockOffers(tx: Transaction, workspaceId: string, name: Name): Promise<OfferRow[]> {
  return tx
    .select()
    .from(offers)
    .where(byName(offers, workspaceId, name))
    .for("update");
}

/** Every offer of a workspace, archived ones too. */
export async function readOfferRows(orm: Orm | Transaction, workspaceId: string): Promise<OfferRow[]> {
  return orm.select().from(offers).where(eq(offers.workspaceId, workspaceId));
}

/** All offers of a workspace by id, key and number. */
export async function readOfferNames(
  orm: Orm | Transaction,
  workspaceId: string,
): Promise<Pick<OfferRow, "id" | "key" | "number">[]> {
  const { id, key, number } = offers;
  return orm.select({ id, key, number }).from(offers).where(eq(offers.workspaceId, workspaceId));
}

export type OfferFilter = {
  readonly workspaceId: string;
  readonly isArchived: boolean;
  /** A pattern of `ilike` for name or key; null = any. */
  readonly pattern: string | null;
};

/** A page of offers by name. */
export async function listOfferRows(
  orm: Orm,
  { workspaceId, isArchived, pattern }: OfferFilter,
  page: Page,
): Promise<Paged<OfferRow>> {
  const where = and(
    eq(offers.workspaceId, workspaceId),
    isArchived ? isNotNull(offers.archivedAt) : isNull(offers.archivedAt),
    pattern === null ? undefined : or(ilike(offers.name, pattern), ilike(offers.key, pattern)),
  );
  return withTotal(
    orm
      .select()
      .from(offers)
      .where(where)
      .orderBy(asc(offers.name), asc(offers.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(offers).where(where),
  );
}

type NamedOffer = Pick<OfferRow, "id" | "key" | "name">;

/** Offers of a workspace by number: those with these ids, or all. */
export async function readNamedOffers(
  orm: Orm,
  workspaceId: string,
  ids: readonly string[] | null,
): Promise<NamedOffer[]> {
  if (ids?.length === 0) return [];
  const { id, key, name } = offers;
  const chosen = ids === null ? undefined : inArray(id, [...ids]);
  return orm
    .select({ id, key, name })
    .from(offers)
    .where(and(eq(offers.workspaceId, workspaceId), chosen))
    .orderBy(asc(offers.number));
}

/** The offers of which a content item is the creative. */
export async function readOffersOf(
  orm: Orm | Transaction,
  workspaceId: string,
  contentId: string,
): Promise<Pick<OfferRow, "id" | "name">[]> {
  const { id, name } = offers;
  return orm
    .select({ id, name })
    .from(offers)
    .where(and(eq(offers.workspaceId, workspaceId), eq(offers.contentId, contentId)));
}

/** What of the offers of a workspace may refer to segments. */
export async function readOfferRules(tx: Transaction, workspaceId: string) {
  const { id, name, rules, expression } = offers;
  return tx.select({ id, name, rules, expression }).from(offers).where(eq(offers.workspaceId, workspaceId));
}
