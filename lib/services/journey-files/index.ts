/** Journeys as files: written in a format, and read from one. */
export { exportJourney } from "./export-journey.ts";
export { importJourney } from "./import-journey.ts";
export { withIds, withKeys } from "./names.ts";
export { ExportedJourney, ExportQuery, ImportedJourney, ImportInput } from "./schema.ts";
