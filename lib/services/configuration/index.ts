/** How messages name what still refers to something. */
export { sayDocuments } from "./say-documents.ts";
