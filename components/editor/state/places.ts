/** The one tab stop of the canvas or outline. */
export const TAB_STOP =
  "[data-editor-canvas] :is([data-step], [data-annotation])[tabindex='0'], [role=tree] [tabindex='0'], [data-first-step], [data-add-step]";

/** Where a step is shown, on the canvas or in the outline. */
export const placeOfStep = (id: string | null): string | null =>
  id === null ? null : `[data-step="${id}"], [data-outline="${id}"], [data-annotation="${id}"]`;
