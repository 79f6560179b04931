export { insertMessageIds, insertMessageIdsOfCluster, type MessageKey } from "./write.ts";
