"use client";

import { useReactFlow } from "@xyflow/react";
import { createContext, useContext, useMemo } from "react";
import type { Position } from "#journey";
import { focusFirst } from "#shell";
import { nodeById } from "../document/graph.ts";
import { useTidy } from "../layout/use-tidy.ts";
import { glide } from "../motion.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { usePicture } from "../picture/use-picture.ts";
import { useEditorStore } from "../state/context.tsx";
import { placeOfStep, TAB_STOP } from "../state/places.ts";
import type { CommandId } from "./commands.ts";
import { goBack, openStep, targetsOf } from "./steps-at.ts";
import { useAnnotationCommands } from "./use-annotation-commands.ts";
import { useStepCommands } from "./use-step-commands.ts";

export type CommandActions = {
  onSave: () => void;
  onSheet: () => void;
  onTest: () => void;
  onFind: () => void;
  /** Opens the comments, for a new one about this step. */
  onComment: (stepId: string | null) => void;
  /** Closes one level of its own, if one is open; returns whether it did. */
  onBack: () => boolean;
};

/** What a command acts on: the step or edge under the focus or the pointer, and where a menu would open. */
export type CommandTarget = { stepId?: string | null; edgeId?: string | null; screen?: Position };
export type RunCommand = (id: CommandId, target?: CommandTarget) => void;

const CommandsContext = createContext<RunCommand>(() => undefined);
export const CommandsProvider = CommandsContext.Provider;

/** Runs a command of the registry, whether it comes from a key, a menu or Ctrl+K. */
export function useRunCommand(): RunCommand {
  return useContext(CommandsContext);
}

export function useCommands({ onSave, onSheet, onTest, onFind, onComment, onBack }: CommandActions): RunCommand {
  const store = useEditorStore();
  const steps = useStepActions();
  const view = useViewActions();
  const picture = usePicture();
  return useMemo(() => {
    const run: Record<CommandId, (target: CommandTarget) => void> = {
      ...steps,
      ...view,
      savePng: () => picture("png"),
      saveSvg: () => picture("svg"),
      undo: () => store.getState().undo(),
      redo: () => store.getState().redo(),
      save: onSave,
      test: onTest,
      find: onFind,
      sheet: onSheet,
      comment: ({ stepId = null }) => onComment(stepId),
      back: () => {
        if (store.getState().opened || !onBack()) goBack(store);
      },
    };
    return (id, target = {}) => run[id](target);
  }, [store, steps, view, picture, onSave, onSheet, onTest, onFind, onComment, onBack]);
}

function useStepActions() {
  const store = useEditorStore();
  const openMenu = useStepMenu();
  const steps = useStepCommands();
  const annotate = useAnnotationCommands();
  return useMemo(
    () => ({
      selectAll: steps.selectAll,
      duplicate: ({ stepId }: CommandTarget) => steps.duplicate(targetsOf(store, stepId)),
      disable: ({ stepId }: CommandTarget) => steps.disable(targetsOf(store, stepId)),
      remove: ({ stepId, edgeId }: CommandTarget) => {
        if (edgeId) return steps.removeEdge(edgeId);
        const ids = targetsOf(store, stepId);
        steps.remove(ids.length > 0 ? ids : undefined);
      },
      alignLeft: () => steps.arrange("left"),
      alignTop: () => steps.arrange("top"),
      spreadAcross: () => steps.arrange("columns"),
      spreadDown: () => steps.arrange("rows"),
      add: ({ screen }: CommandTarget) => openMenu(screen ?? middleOfCanvas(), { kind: "free" }),
      addOnEdge: ({ edgeId, screen }: CommandTarget) => {
        if (edgeId) openMenu(screen ?? middleOfCanvas(), { kind: "edge", edgeId });
      },
      replace: ({ stepId, screen }: CommandTarget) => {
        const [nodeId] = targetsOf(store, stepId ?? store.getState().focusedId);
        if (nodeId !== undefined && nodeById(store.getState().canvas, nodeId))
          openMenu(screen ?? besideStep(nodeId), { kind: "replace", nodeId });
      },
      note: ({ stepId, screen }: CommandTarget) => annotate.note(stepId ?? null, screen ?? null),
      group: ({ stepId }: CommandTarget) => annotate.group(targetsOf(store, stepId)),
      open: ({ stepId = null }: CommandTarget) => openStep(store, stepId),
      rename: ({ stepId = null }: CommandTarget) => openStep(store, stepId, "[data-label-field]"),
    }),
    [store, openMenu, steps, annotate],
  );
}

function useViewActions() {
  const store = useEditorStore();
  const flow = useReactFlow();
  const { tidy } = useTidy();
  return useMemo(() => {
    const showAll = (padding: number, nodes?: { id: string }[]) =>
      void flow.fitView({ ...glide(200), padding, maxZoom: 1, includeHiddenNodes: true, ...(nodes ? { nodes } : {}) });
    return {
      tidy: () => void tidy(),
      zoomIn: () => void flow.zoomIn(glide(200)),
      zoomOut: () => void flow.zoomOut(glide(200)),
      zoomReset: () => void flow.zoomTo(1, glide(200)),
      zoomAll: () => showAll(0.15),
      zoomSelection: () =>
        showAll(
          0.4,
          [...store.getState().selection.nodes].map((id) => ({ id })),
        ),
      canvas: () => void focusFirst(placeOfStep(store.getState().focusedId), TAB_STOP),
    };
  }, [store, flow, tidy]);
}

function middleOfCanvas(): Position {
  const box = document.querySelector("[data-editor-canvas]")?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + 80 };
}

function besideStep(stepId: string): Position {
  const box = document.querySelector(placeOfStep(stepId) ?? "")?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 2, y: box.bottom } : middleOfCanvas();
}
