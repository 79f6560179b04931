export { createCampaign } from "./create-campaign.ts";
export { deleteCampaign } from "./delete-campaign.ts";
export { getCampaign } from "./get-campaign.ts";
export { listCampaigns } from "./list-campaigns.ts";
export { moveCampaign } from "./move-campaign.ts";
export { Campaign, CampaignPatch, CampaignQuery, NewCampaign } from "./schema.ts";
export { firstSite } from "./send-content.ts";
export { updateCampaign } from "./update-campaign.ts";
