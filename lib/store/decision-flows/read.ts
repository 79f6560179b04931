import { and, arrayContains, asc, count, eq, ilike, isNotNull, isNull, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { byName, type Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { decisionFlows } from "./table.ts";

export type FlowRow = typeof decisionFlows.$inferSelect;

/** The rows that a reference may mean; one may have as its key what is the number of another. */
export async function findFlows(orm: Orm, workspaceId: string, name: Name): Promise<FlowRow[]> {
  return orm
    .select()
    .from(decisionFlows)
    .where(byName(decisionFlows, workspaceId, name));
}

export async function lockFlows(tx: Transaction, workspaceId: string, name: Name): Promise<FlowRow[]> {
  return tx
    .select()
    .from(decisionFlows)
    .where(byName(decisionFlows, workspaceId, name))
    .for("update");
}

/** Every decision flow of a workspace, archived ones too. */
export async function readFlowRows(orm: Orm | Transaction, workspaceId: string): Promise<FlowRow[]> {
  return orm.select().from(decisionFlows).where(eq(decisionFlows.workspaceId, workspaceId));
}

/** All decision flows of a workspace by id, key and number. */
export async function readFlowNames(
  orm: Orm | Transaction,
  workspaceId: string,
): Promise<Pick<FlowRow, "id" | "key" | "number">[]> {
  const { id, key, number } = decisionFlows;
  return orm.select({ id, key, number }).from(decisionFlows).where(eq(decisionFlows.workspaceId, workspaceId));
}

/** The keys of the flows that are not archived. */
export async function readFlowKeys(orm: Orm, workspaceId: string): Promise<string[]> {
  const isPresent = and(eq(decisionFlows.workspaceId, workspaceId), isNull(decisionFlows.archivedAt));
  const rows = await orm.select({ key: decisionFlows.key }).from(decisionFlows).where(isPresent);
  return rows.map(({ key }) => key);
}

export type FlowFilter = {
  readonly workspaceId: string;
  readonly isArchived: boolean;
  /** A pattern of `ilike` for name or key; null = any. */
  readonly pattern: string | null;
};

/** A page of decision flows by name. */
export async function listFlowRows(
  orm: Orm,
  { workspaceId, isArchived, pattern }: FlowFilter,
  page: Page,
): Promise<Paged<FlowRow>> {
  const where = and(
    eq(decisionFlows.workspaceId, workspaceId),
    isArchived ? isNotNull(decisionFlows.archivedAt) : isNull(decisionFlows.archivedAt),
    pattern === null ? undefined : or(ilike(decisionFlows.name, pattern), ilike(decisionFlows.key, pattern)),
  );
  return withTotal(
    orm
      .select()
      .from(decisionFlows)
      .where(where)
      .orderBy(asc(decisionFlows.name), asc(decisionFlows.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(decisionFlows).where(where),
  );
}

/** The flows that name an offer. */
export async function findFlowsWithOffer(
  tx: Transaction,
  workspaceId: string,
  offerId: string,
): Promise<Pick<FlowRow, "id" | "key" | "name">[]> {
  const { id, key, name, offerIds } = decisionFlows;
  return tx
    .select({ id, key, name })
    .from(decisionFlows)
    .where(and(eq(decisionFlows.workspaceId, workspaceId), arrayContains(offerIds, [offerId])));
}

/** What of the flows of a workspace may refer to segments. */
export async function readFlowRules(tx: Transaction, workspaceId: string) {
  const { id, name, rules, expression } = decisionFlows;
  return tx
    .select({ id, name, rules, expression })
    .from(decisionFlows)
    .where(eq(decisionFlows.workspaceId, workspaceId));
}
