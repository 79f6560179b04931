import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listFlowRows } from "#store/decision-flows";
import type { DecisionFlow, DecisionFlowQuery } from "./schema.ts";
import { viewFlows } from "./view-flow.ts";

/** Decision flows by name. */
export async function listFlows(ctx: Context, query: DecisionFlowQuery): Promise<Listing<DecisionFlow>> {
  const filter = {
    workspaceId: ctx.workspaceId,
    isArchived: query.archived === "true",
    pattern: query.search === undefined ? null : likePattern(query.search),
  };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listFlowRows(ctx.database.orm, filter, page);
  return listing(await viewFlows(ctx, rows), total, query);
}
