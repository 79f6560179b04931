export { distributeTables, undistributeTables } from "./distribute.ts";
export { type Cluster, countSessions, readCluster, readSizes, shardedTables } from "./read.ts";
