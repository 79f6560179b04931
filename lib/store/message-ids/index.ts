export { insertMessageIds, type MessageKey } from "./write.ts";
