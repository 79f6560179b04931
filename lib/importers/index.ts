/** Importers of journeys from other products: a file becomes journeys with a report; nothing is stored here. */
export {
  type ImportedContent,
  type ImportedJourney,
  type ImportProblem,
  LEVELS,
  PRODUCTS,
  type Product,
  REPORT_SUBJECTS,
  type ReportEntry,
} from "./contract.ts";
export { type KeptPart, mergeImport, same } from "./merge-import.ts";
export { MOST_FILE_CHARS } from "./parse-file.ts";
export { type Import, readImport } from "./read-import.ts";
export { toDocument } from "./to-document.ts";
