export { deleteView } from "./delete-view.ts";
export { listSavedViews } from "./list-saved-views.ts";
export { saveView } from "./save-view.ts";
export { NewSavedView, SavedView, SavedViewQuery } from "./schema.ts";
