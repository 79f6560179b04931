export { type PropertyRow, readProperties } from "./read.ts";
export { deleteProperties, type SeenProperty, upsertProperties } from "./write.ts";
