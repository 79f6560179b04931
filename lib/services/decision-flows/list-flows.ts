import { and, asc, count, eq, ilike, isNotNull, isNull, or } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import type { DecisionFlow, DecisionFlowQuery } from "./schema.ts";
import { viewFlows } from "./view-flow.ts";

const { decisionFlows } = schema;

/** Decision flows by name. */
export async function listFlows(ctx: Context, query: DecisionFlowQuery): Promise<Listing<DecisionFlow>> {
  const pattern = query.search === undefined ? null : likePattern(query.search);
  const where = and(
    eq(decisionFlows.workspaceId, ctx.workspaceId),
    query.archived === "true" ? isNotNull(decisionFlows.archivedAt) : isNull(decisionFlows.archivedAt),
    pattern === null ? undefined : or(ilike(decisionFlows.name, pattern), ilike(decisionFlows.key, pattern)),
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(decisionFlows).where(where),
    orm
      .select()
      .from(decisionFlows)
      .where(where)
      .orderBy(asc(decisionFlows.name), asc(decisionFlows.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(await viewFlows(ctx, rows), total?.total ?? 0, query);
}
