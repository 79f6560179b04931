export { deleteSavedView, insertSavedView, readSavedViews, type SavedViewRow } from "./rows.ts";
