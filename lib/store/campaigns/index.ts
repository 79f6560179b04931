export { endDueCampaigns, startDueCampaigns } from "./due.ts";
export { readStartedCampaign, type StartedCampaign, startForPeople, startProperties } from "./start.ts";
