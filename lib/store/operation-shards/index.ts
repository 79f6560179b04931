export { type OpenShard, openOperationShards, readOperationShards, readProgress, shardsBeingBuilt } from "./read.ts";
export { advanceOperation, layOutOperation, noteSlices } from "./write.ts";
