/** The types of the data that a workspace has, for journeys as code and typed clients. */
export { getDataTypes } from "./get-data-types.ts";
export { DataTypes } from "./schema.ts";
