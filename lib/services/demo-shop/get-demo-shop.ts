import { type Context, ServiceError } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";
import { findSite, getSite, listSites } from "#services/sites";
import { asksSurvey } from "./add-survey.ts";
import type { DemoShop } from "./schema.ts";
import { SHOP_KEY } from "./shop-journey.ts";

/** The demo shop of the workspace: of the site that its journey belongs to, or of the first one. */
export async function getDemoShop(ctx: Context): Promise<DemoShop> {
  const journey = await findShopJourney(ctx);
  const site = await siteOf(ctx, journey);
  return {
    site: site && {
      id: site.id,
      name: site.name,
      publishableKey: site.publishableKey,
      asksForProof: site.userProof.mode === "required",
    },
    journey: journey && {
      id: journey.id,
      name: journey.name,
      status: journey.status.toUpperCase(),
      asksSurvey: asksSurvey(journey.canvas),
      hasChanges: journey.status === "published" && journey.revision !== journey.publishedRevision,
    },
  };
}

export const findShopJourney = (ctx: Context): Promise<JourneyRow | null> => orNothing(findJourney(ctx, SHOP_KEY));

async function siteOf(ctx: Context, journey: JourneyRow | null) {
  if (journey?.siteId) {
    const known = await orNothing(findSite(ctx, journey.siteId));
    if (known) return await getSite(ctx, known.id);
  }
  const { data } = await listSites(ctx, { page: 1, limit: 1 });
  return data[0] ?? null;
}

/** What is asked for, or `null` if there is none. */
export async function orNothing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not_found") return null;
    throw error;
  }
}
