import { IdParams, Nothing, noContent, one, route } from "#http";
import { Campaign, CampaignPatch, deleteCampaign, getCampaign, updateCampaign } from "#services/campaigns";

const about = { path: "/api/campaigns/[id]", tags: ["Campaigns"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a campaign",
  response: one(Campaign),
  handler: async ({ ctx, params }) => ({ data: await getCampaign(ctx, params.id) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a campaign",
  body: CampaignPatch,
  response: one(Campaign),
  handler: async ({ ctx, params, body }) => ({ data: await updateCampaign(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a campaign",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteCampaign(ctx, params.id);
    return noContent();
  },
});
