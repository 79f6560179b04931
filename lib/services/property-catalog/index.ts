/** What rules of this workspace can be about, with values to choose from. */
export { getPropertyCatalog } from "./get-property-catalog.ts";
export { PropertyCatalog } from "./schema.ts";
