export { attachPartition, deleteOldRows, dropPartition, listPartitions } from "./partitions.ts";
