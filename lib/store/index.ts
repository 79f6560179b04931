export { type OneJourney, readConfiguration } from "./read-configuration.ts";
export * as schema from "./schema.ts";
export { installationTables, partitionedTables, TABLES } from "./tables.ts";
