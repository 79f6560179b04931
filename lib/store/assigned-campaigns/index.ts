export { insertAssignedCampaigns } from "./write.ts";
