export { type DocumentInUse, documentsInUse } from "./in-use.ts";
export { readListedVersions } from "./list.ts";
export { type ConditionNode, findConditionNodes, findStoodOn, readPrograms } from "./read.ts";
export { stepsOf } from "./steps.ts";
