export { type ConditionNode, findConditionNodes, findStoodOn, readPrograms } from "./read.ts";
