export * as schema from "./schema.ts";
export { installationTables, partitionedTables, TABLES } from "./tables.ts";
