import { type Context, iso, isoOrNull } from "#services";
import type { FlowRow } from "#store/decision-flows";
import { readNamedOffers } from "#store/offers";
import type { DecisionFlow } from "./schema.ts";

/** Rows as the API shows them, with the names of their offers. */
export async function viewFlows(ctx: Context, rows: readonly FlowRow[]): Promise<DecisionFlow[]> {
  const ids = [...new Set(rows.flatMap(({ offerIds }) => offerIds ?? []))];
  const named = await readNamedOffers(ctx.database.orm, ctx.workspaceId, ids);
  const byId = new Map(named.map((offer) => [offer.id, offer]));
  return rows.map(({ workspaceId: _of, learnedAt: _learned, offerIds, ...row }) => ({
    ...row,
    suppress: row.suppress.map(({ outcomes, days }) => ({ outcomes: [...outcomes], days })),
    offers: offerIds === null ? null : offerIds.flatMap((offerId) => byId.get(offerId) ?? []),
    archivedAt: isoOrNull(row.archivedAt),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }));
}

export async function viewFlow(ctx: Context, row: FlowRow): Promise<DecisionFlow> {
  const [flow] = await viewFlows(ctx, [row]);
  if (!flow) throw new Error("a decision flow without a view");
  return flow;
}
