import { type Context, conflict, requireRole } from "#services";
import { createContent, findContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { addSurvey, asksSurvey } from "./add-survey.ts";
import { findShopJourney, getDemoShop, orNothing } from "./get-demo-shop.ts";
import type { DemoShop } from "./schema.ts";
import { SHOP_CONTENT, shopJourney } from "./shop-journey.ts";

/**
 * Makes what the demo shop shows, and publishes its journey. What is there already stays as it is, so it can be asked for
 * again, also after a process died halfway. A shop that was made before there was a survey gets one beside the rest.
 */
export async function setUpDemoShop(ctx: Context): Promise<DemoShop> {
  requireRole(ctx, "editor");
  const { site } = await getDemoShop(ctx);
  if (!site) throw conflict("The workspace has no site. Add one under Settings → Sites.");
  for (const content of SHOP_CONTENT)
    if (!(await orNothing(findContent(ctx, content.slug))))
      await createContent(ctx, { ...content, body: content.body });
  if (!(await findShopJourney(ctx))) await createJourney(ctx, NewJourney.parse(shopJourney(site.id)));
  const journey = await findShopJourney(ctx);
  if (journey && !asksSurvey(journey.canvas)) await addSurvey(ctx, journey);
  if (journey?.status === "draft") await publishJourney(ctx, journey.id);
  return await getDemoShop(ctx);
}
