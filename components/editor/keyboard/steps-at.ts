import { focusFirst } from "#shell";
import { annotationById } from "../document/annotations.ts";
import { placeOfStep } from "../state/places.ts";
import type { EditorStore } from "../state/store.ts";

/** The steps that a command is about: the selected ones; while nothing is selected, the one with the focus. */
export function targetsOf(store: EditorStore, stepId: string | null | undefined): string[] {
  const { nodes, edges } = store.getState().selection;
  if (nodes.size + edges.size > 0) return [...nodes];
  return stepId ? [stepId] : [];
}

const PANEL_WITHIN_MS = 2_000;

/** Selects a step, opens its panel and focuses a field of it; of its form, unless a field is named. */
export function openStep(
  store: EditorStore,
  stepId: string | null,
  field = "form :is(input, textarea, [role=combobox], button)",
): void {
  const { canvas, focusedId, open, select } = store.getState();
  const id = stepId ?? focusedId;
  if (id === null) return;
  select({ nodes: new Set([id]), edges: new Set() });
  open({ kind: annotationById(canvas, id) ? "annotation" : "node", id });
  const until = performance.now() + PANEL_WITHIN_MS;
  const enter = () => {
    const panel = document.querySelector<HTMLElement>("[data-inspector]");
    // The code of the first panel may still be on its way.
    if (!panel && performance.now() < until) return requestAnimationFrame(enter);
    const found = panel?.querySelector<HTMLElement>(field);
    (found ?? panel)?.focus();
    if (found instanceof HTMLInputElement && found.matches("[data-label-field]")) found.select();
  };
  requestAnimationFrame(enter);
}

/** One level at a time: focus from the panel to its step, then close the panel, then clear the selection. */
export function goBack(store: EditorStore): void {
  const { opened, focusedId, open, select } = store.getState();
  const wasInPanel = document.activeElement?.closest("[data-inspector]") !== null;
  if (opened) open(null);
  else select({ nodes: new Set(), edges: new Set() });
  if (wasInPanel && focusedId !== null) requestAnimationFrame(() => focusFirst(placeOfStep(focusedId)));
}
