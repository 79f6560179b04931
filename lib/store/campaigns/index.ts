export { endDueCampaigns, startDueCampaigns } from "./due.ts";
export {
  type CampaignRow,
  listCampaignRows,
  lockCampaignRow,
  readCampaign,
  readCampaignNames,
  readTemplateNames,
} from "./read.ts";
export { readStartedCampaign, type StartedCampaign, startForPeople, startProperties } from "./start.ts";
export { deleteCampaignRow, insertCampaignRow, moveCampaignRow, updateCampaignRow } from "./write.ts";
