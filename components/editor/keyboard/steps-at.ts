import type { EditorStore } from "../state/store.ts";

/** The steps that a command is about: the selected ones; while nothing is selected, the one with the focus. */
export function targetsOf(store: EditorStore, stepId: string | null | undefined): string[] {
  const { nodes, edges } = store.getState().selection;
  if (nodes.size + edges.size > 0) return [...nodes];
  return stepId ? [stepId] : [];
}

/** Selects a step, opens its panel and focuses a field of it; of its form, unless a field is named. */
export function openStep(
  store: EditorStore,
  stepId: string | null,
  field = "form :is(input, textarea, [role=combobox], button)",
): void {
  const { focusedId, open, select } = store.getState();
  const id = stepId ?? focusedId;
  if (id === null) return;
  select({ nodes: new Set([id]), edges: new Set() });
  open({ kind: "node", id });
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(`[data-inspector] ${field}`);
    (found ?? document.querySelector<HTMLElement>("[data-inspector]"))?.focus();
    if (found instanceof HTMLInputElement && found.matches("[data-label-field]")) found.select();
  });
}

/** One level at a time: focus from the panel to its step, then close the panel, then clear the selection. */
export function goBack(store: EditorStore): void {
  const { opened, focusedId, open, select } = store.getState();
  const wasInPanel = document.activeElement?.closest("[data-inspector]") !== null;
  if (opened) open(null);
  else select({ nodes: new Set(), edges: new Set() });
  if (wasInPanel && focusedId !== null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-step="${focusedId}"]`)?.focus());
}
