export {
  copyMessageIds,
  findSeenMessages,
  insertMessageIds,
  insertMessageIdsOfCluster,
  type MessageKey,
} from "./write.ts";
