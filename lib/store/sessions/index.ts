export { deleteSessions } from "./write.ts";
