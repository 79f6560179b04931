export {
  readDocuments,
  readGoal,
  readRunningVersion,
  readVersion,
  readVersionDates,
  readVersionId,
} from "./documents.ts";
export { hasStep } from "./has-step.ts";
export { type DocumentInUse, documentsInUse } from "./in-use.ts";
export { readListedVersions } from "./list.ts";
export { type ConditionNode, findConditionNodes, findStoodOn, readPrograms, readSendingSettings } from "./read.ts";
export { type PageFacts, readPageFacts, readSiteVersions } from "./site-rules.ts";
export { insertVersion, labelVersionRow, nextVersionNumber } from "./write.ts";
