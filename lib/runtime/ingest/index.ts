export { flushEventCatalog } from "./event-catalog.ts";
export { type IngestOptions, ingest, ingestApart, ingestFrom, type Stored } from "./ingest.ts";
export { isAboutItems } from "./is-about-items.ts";
export { type IngestItem, IngestProblem, type IngestResult, MOST_AHEAD_MS } from "./item.ts";
export { flushPropertyCatalog } from "./property-catalog.ts";
