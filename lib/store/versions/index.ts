export { type ConditionNode, findConditionNodes, findStoodOn, readPrograms, readUnreadableVersions } from "./read.ts";
