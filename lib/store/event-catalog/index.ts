export { upsertEventCatalog } from "./write.ts";
