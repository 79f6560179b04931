"use client";

import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useTidy } from "../layout/use-tidy.ts";
import { glide } from "../motion.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useEditorStore } from "../state/context.tsx";
import { type CommandId, commands } from "./commands.ts";
import { isTyping, matches } from "./matches.ts";
import { useArrows } from "./use-arrows.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useStepCommands } from "./use-step-commands.ts";

type KeyboardActions = {
  onSave: () => void;
  onSheet: () => void;
  onTest: () => void;
  /** Goes back a level of its own, if it has one open; says whether it did. */
  onBack: () => boolean;
};

/** Runs the commands of the list by their keys, wherever in the editor the keyboard is. */
export function useKeyboard(canEdit: boolean, { onSave, onSheet, onTest, onBack }: KeyboardActions): void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const openMenu = useStepMenu();
  const { tidy } = useTidy();
  const steps = useStepCommands();
  useClipboard(canEdit);
  useArrows(canEdit);
  useEffect(() => {
    const run: Record<CommandId, () => void> = {
      undo: () => store.getState().undo(),
      redo: () => store.getState().redo(),
      save: onSave,
      test: onTest,
      selectAll: steps.selectAll,
      duplicate: () => steps.duplicate([]),
      remove: () => steps.remove(),
      add: () => openMenu(middleOfCanvas(), { kind: "free" }),
      open: () => openFocused(store),
      rename: () => openFocused(store, "[data-name-field]"),
      back: () => {
        if (store.getState().opened || !onBack()) goBack(store);
      },
      tidy: () => void tidy(),
      zoomIn: () => void flow.zoomIn(glide(200)),
      zoomOut: () => void flow.zoomOut(glide(200)),
      zoomReset: () => void flow.zoomTo(1, glide(200)),
      zoomAll: () => void flow.fitView({ ...glide(200), padding: 0.15, maxZoom: 1 }),
      zoomSelection: () =>
        void flow.fitView({
          ...glide(200),
          padding: 0.4,
          maxZoom: 1,
          nodes: [...store.getState().selection.nodes].map((id) => ({ id })),
        }),
      sheet: onSheet,
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commands.find(({ keys }) => keys.some((keys) => matches(event, keys)));
      if (!command || (command.edits && !canEdit) || (isTyping(event.target) && !command.whileTyping)) return;
      if (command.id === "open" && !isStep(event.target)) return;
      if (command.id === "back" && isLayered(event.target)) return;
      event.preventDefault();
      run[command.id]();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [store, flow, openMenu, tidy, steps, canEdit, onSave, onSheet, onTest, onBack]);
}

const isStep = (target: EventTarget | null) =>
  target instanceof Element && (target.matches("[data-step]") || target === document.body);
/** Menus and dialogs close themselves. */
const isLayered = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;

function openFocused(
  store: ReturnType<typeof useEditorStore>,
  field = "input, textarea, [role=combobox], button",
): void {
  const { focusedId, open, select } = store.getState();
  if (focusedId === null) return;
  select({ nodes: new Set([focusedId]), edges: new Set() });
  open({ kind: "node", id: focusedId });
  requestAnimationFrame(() => {
    const scope = field === "[data-name-field]" ? "[data-inspector]" : "[data-inspector] form";
    (
      document.querySelector<HTMLElement>(`${scope} :is(${field})`) ??
      document.querySelector<HTMLElement>("[data-inspector]")
    )?.focus();
  });
}

/** One level at a time: out of the panel back to its step, then the panel shut, then nothing chosen. */
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
