import { IdParams, one, route } from "#http";
import { Campaign, moveCampaign } from "#services/campaigns";

export const POST = route({
  method: "POST",
  path: "/api/campaigns/[id]/end",
  role: "editor",
  summary: "End a campaign",
  tags: ["Campaigns"],
  params: IdParams,
  response: one(Campaign),
  handler: async ({ ctx, params }) => ({ data: await moveCampaign(ctx, params.id, "end") }),
});
