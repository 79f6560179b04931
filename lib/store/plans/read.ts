import { and, count, desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import { journeys } from "../journeys/table.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { plans } from "./table.ts";

export type PlanRow = typeof plans.$inferSelect;

/** What of a journey stands in its plans. */
type PlanJourney = Pick<typeof journeys.$inferSelect, "id" | "shortId" | "name" | "revision">;
export type FoundPlan = { readonly plan: PlanRow; readonly journey: PlanJourney };

const { id, shortId, name, revision } = journeys;
const shown = { plan: plans, journey: { id, shortId, name, revision } };

export async function readPlan(orm: Orm, workspaceId: string, planId: string): Promise<FoundPlan | undefined> {
  const [row] = await orm
    .select(shown)
    .from(plans)
    .innerJoin(journeys, eq(journeys.id, plans.journeyId))
    .where(and(eq(plans.workspaceId, workspaceId), eq(plans.id, planId)));
  return row;
}

export type PlanFilter = {
  readonly workspaceId: string;
  readonly status: PlanRow["status"] | null;
  readonly journeyId: string | null;
};

/** A page of plans, newest first. */
export async function listPlanRows(
  orm: Orm,
  { workspaceId, status, journeyId }: PlanFilter,
  page: Page,
): Promise<Paged<FoundPlan>> {
  const where = and(
    eq(plans.workspaceId, workspaceId),
    status === null ? undefined : eq(plans.status, status),
    journeyId === null ? undefined : eq(plans.journeyId, journeyId),
  );
  return withTotal(
    orm
      .select(shown)
      .from(plans)
      .innerJoin(journeys, eq(journeys.id, plans.journeyId))
      .where(where)
      .orderBy(desc(plans.createdAt), desc(plans.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(plans).where(where),
  );
}
