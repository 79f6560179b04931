export { readEventNames } from "./read.ts";
export { deleteEventNames, upsertEventCatalog } from "./write.ts";
