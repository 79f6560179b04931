export { type ExportedTracking, exportTracking } from "./export.ts";
export { mergePreferences } from "./merge.ts";
export { type PreferencesRow, readPreferences } from "./read.ts";
export { reserveMarketing, returnMarketing } from "./reserve.ts";
export { type PreferencesChange, setPreferences } from "./write.ts";
