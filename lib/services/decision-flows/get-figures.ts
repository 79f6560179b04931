import { type DecisionFlow, probabilitiesToBeBest } from "#engine";
import type { Context } from "#services";
import { NO_FIGURES, type OfferFigures } from "#services/offers";
import { readOfferCounts } from "#store/offer-counts";
import { readNamedOffers } from "#store/offers";
import { findFlow } from "./find-flow.ts";
import type { FlowFigures } from "./schema.ts";

/** Above this number of offers the chances to be best are not computed: the time grows with its square. */
const MOST_COMPARED = 20;
const MOST_LISTED = 200;

/** What happened with the offers of a flow, the most offered first. */
export async function getFigures(ctx: Context, reference: string): Promise<FlowFigures> {
  const flow = await findFlow(ctx, reference);
  const rows = await readNamedOffers(ctx.database.orm, ctx.workspaceId, flow.offerIds);
  const offerIds = rows.map((row) => row.id);
  const counts = await readOfferCounts(ctx.database.sql, ctx.workspaceId, { offerIds, flowId: flow.id });
  const figures = rows.map((row) => ({ ...row, figures: counts.get(row.id) ?? NO_FIGURES }));
  const chances = chancesOf(flow.sampling, figures);
  const shown = figures.map((row, index) => ({
    ...row,
    rate: rateOf(row.figures, flow.sampling),
    chanceToBeBest: chances?.[index] ?? null,
  }));
  shown.sort((left, right) => right.figures.offered - left.figures.offered);
  return {
    totals: figures.reduce((sum, row) => added(sum, row.figures), NO_FIGURES),
    offers: shown.slice(0, MOST_LISTED),
  };
}

type Sampling = DecisionFlow["sampling"];

/** How often it was shown: messages that were queued, or impressions where something else shows it. */
const shownOf = ({ sent, impressions }: OfferFigures): number => Math.max(sent, impressions);

const rewardedOf = ({ clicks, conversions }: OfferFigures, sampling: Sampling): number =>
  sampling === "click" ? clicks : conversions;

function rateOf(figures: OfferFigures, sampling: Sampling): number | null {
  const shown = shownOf(figures);
  return shown === 0 ? null : Math.min(1, rewardedOf(figures, sampling) / shown);
}

function chancesOf(sampling: Sampling, rows: readonly { readonly figures: OfferFigures }[]): number[] | null {
  if (sampling === "off" || rows.length === 0 || rows.length > MOST_COMPARED) return null;
  return probabilitiesToBeBest(
    rows.map(({ figures }) => ({ entered: shownOf(figures), converted: rewardedOf(figures, sampling) })),
  );
}

function added(left: OfferFigures, right: OfferFigures): OfferFigures {
  return {
    offered: left.offered + right.offered,
    explored: left.explored + right.explored,
    sent: left.sent + right.sent,
    impressions: left.impressions + right.impressions,
    clicks: left.clicks + right.clicks,
    conversions: left.conversions + right.conversions,
    dismissals: left.dismissals + right.dismissals,
  };
}
