export { readQueuedActions } from "./read.ts";
export { deleteQueuedActions, insertQueuedActions } from "./write.ts";
