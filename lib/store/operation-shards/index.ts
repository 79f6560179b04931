export { type OpenShard, openOperationShards, readOperationShards, shardsBeingBuilt } from "./read.ts";
export { advanceOperation, layOutOperation, noteSlices } from "./write.ts";
