export { readEventNames, readKnownEvents } from "./read.ts";
export { deleteEventNames, upsertEventCatalog } from "./write.ts";
