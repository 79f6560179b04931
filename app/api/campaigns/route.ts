import { many, one, route } from "#http";
import { Campaign, CampaignQuery, createCampaign, listCampaigns, NewCampaign } from "#services/campaigns";

const about = { path: "/api/campaigns", tags: ["Campaigns"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List campaigns",
  query: CampaignQuery,
  response: many(Campaign),
  handler: ({ ctx, query }) => listCampaigns(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a campaign",
  body: NewCampaign,
  status: 201,
  response: one(Campaign),
  handler: async ({ ctx, body }) => ({ data: await createCampaign(ctx, body) }),
});
