export { getArchive } from "./get-archive.ts";
export { Archive } from "./schema.ts";
