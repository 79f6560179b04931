export { insertFirstChannels } from "./write.ts";
