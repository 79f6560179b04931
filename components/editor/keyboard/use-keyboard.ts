"use client";

import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { focusFirst } from "#shell";
import { useTidy } from "../layout/use-tidy.ts";
import { glide } from "../motion.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useEditorStore } from "../state/context.tsx";
import { placeOfStep, TAB_STOP } from "../state/places.ts";
import { type CommandId, commands } from "./commands.ts";
import { isTyping, matches } from "./matches.ts";
import { useArrows } from "./use-arrows.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useStepCommands } from "./use-step-commands.ts";

type KeyboardActions = {
  onSave: () => void;
  onSheet: () => void;
  onTest: () => void;
  /** Closes one level of its own, if one is open; returns whether it did. */
  onBack: () => boolean;
};

/** Runs commands by their keys, wherever in the editor the focus is. */
export function useKeyboard(canEdit: boolean, { onSave, onSheet, onTest, onBack }: KeyboardActions): void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const openMenu = useStepMenu();
  const { tidy } = useTidy();
  const steps = useStepCommands();
  useClipboard(canEdit);
  useArrows(canEdit);
  useKeptFocus();
  useEffect(() => {
    const run: Record<CommandId, (stepId: string | null) => void> = {
      undo: () => store.getState().undo(),
      redo: () => store.getState().redo(),
      save: onSave,
      test: onTest,
      selectAll: steps.selectAll,
      duplicate: (stepId) => steps.duplicate(unchosen(store, stepId)),
      remove: (stepId) => {
        const ids = unchosen(store, stepId);
        steps.remove(ids.length > 0 ? ids : undefined);
      },
      add: () => openMenu(middleOfCanvas(), { kind: "free" }),
      open: (stepId) => openStep(store, stepId),
      rename: (stepId) => openStep(store, stepId, "[data-name-field]"),
      back: () => {
        if (store.getState().opened || !onBack()) goBack(store);
      },
      tidy: () => void tidy(),
      zoomIn: () => void flow.zoomIn(glide(200)),
      zoomOut: () => void flow.zoomOut(glide(200)),
      zoomReset: () => void flow.zoomTo(1, glide(200)),
      zoomAll: () => void flow.fitView({ ...glide(200), padding: 0.15, maxZoom: 1, includeHiddenNodes: true }),
      zoomSelection: () =>
        void flow.fitView({
          ...glide(200),
          padding: 0.4,
          maxZoom: 1,
          includeHiddenNodes: true,
          nodes: [...store.getState().selection.nodes].map((id) => ({ id })),
        }),
      canvas: () => void focusFirst(placeOfStep(store.getState().focusedId), TAB_STOP),
      sheet: onSheet,
    };
    const press = (event: KeyboardEvent) => {
      const stepId = stepAt(event.target);
      // Space moves the canvas while it is held, so React Flow takes it everywhere; on a step it opens the step.
      if (event.defaultPrevented && (event.key !== " " || stepId === null)) return;
      const command = commands.find(({ keys }) => keys.some((keys) => matches(event, keys)));
      if (!command || (command.edits && !canEdit) || (isTyping(event.target) && !command.whileTyping)) return;
      if (command.id === "open" && stepId === null && (event.key === " " || event.target !== document.body)) return;
      if (command.id === "back" && isLayered(event.target)) return;
      event.preventDefault();
      run[command.id](stepId);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [store, flow, openMenu, tidy, steps, canEdit, onSave, onSheet, onTest, onBack]);
}

/** The focused step on the canvas, whether focused by arrows, click or Tab. */
const stepAt = (target: EventTarget | null) => (target instanceof Element ? target.getAttribute("data-step") : null);

/** The focused step, while none is selected. */
function unchosen(store: ReturnType<typeof useEditorStore>, stepId: string | null): string[] {
  const { nodes, edges } = store.getState().selection;
  return stepId !== null && nodes.size + edges.size === 0 ? [stepId] : [];
}

/** Menus and dialogs close themselves. */
const isLayered = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;

function openStep(
  store: ReturnType<typeof useEditorStore>,
  stepId: string | null,
  field = "input, textarea, [role=combobox], button",
): void {
  const { focusedId, open, select } = store.getState();
  const id = stepId ?? focusedId;
  if (id === null) return;
  select({ nodes: new Set([id]), edges: new Set() });
  open({ kind: "node", id });
  requestAnimationFrame(() => {
    const scope = field === "[data-name-field]" ? "[data-inspector]" : "[data-inspector] form";
    (
      document.querySelector<HTMLElement>(`${scope} :is(${field})`) ??
      document.querySelector<HTMLElement>("[data-inspector]")
    )?.focus();
  });
}

/** One level at a time: focus from the panel to its step, then close the panel, then clear the selection. */
function goBack(store: ReturnType<typeof useEditorStore>): void {
  const { opened, focusedId, open, select } = store.getState();
  const wasInPanel = document.activeElement?.closest("[data-inspector]") !== null;
  if (opened) open(null);
  else select({ nodes: new Set(), edges: new Set() });
  if (wasInPanel && focusedId !== null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-step="${focusedId}"]`)?.focus());
}

function middleOfCanvas() {
  const box = document.querySelector("[data-editor-canvas]")?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + 80 };
}
