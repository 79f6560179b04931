export { type AssignedCampaign, findAssignedCampaign, listAssignedCampaigns } from "./read.ts";
export {
  changeAssignedCampaign,
  deleteAssignedCampaign,
  endDueAssigned,
  insertAssignedCampaign,
  insertAssignedCampaigns,
  moveAssignedCampaign,
  startDueAssigned,
} from "./write.ts";
