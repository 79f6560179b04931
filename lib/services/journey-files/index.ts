/** Journeys as files: written in a format, and read from one. */
export { exportJourney } from "./export-journey.ts";
export { importJourney } from "./import-journey.ts";
export { ExportedJourney, ExportQuery, FileFormat, ImportedJourney, ImportInput } from "./schema.ts";
