"use client";

import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import type { Position } from "#journey";
import { addGroup, addNote, NOTE_SIZE, placeOf } from "../document/annotations.ts";
import { STEP_WIDTH } from "../document/geometry.ts";
import { useEditorStore } from "../state/context.tsx";
import type { EditorStore } from "../state/store.ts";
import { useAnnounce } from "./announcer.tsx";
import { countedSteps } from "./counted-steps.ts";
import { openStep } from "./steps-at.ts";

const ASIDE = 24;

/** Adding notes and groups; each opens with the text ready to be written. */
export function useAnnotationCommands() {
  const store = useEditorStore();
  const flow = useReactFlow();
  const announce = useAnnounce();
  return useMemo(
    () => ({
      /** At the pointer, beside a step, or in the middle of what is seen. */
      note(stepId: string | null, screen: Position | null) {
        const beside = screen || stepId === null ? undefined : placeOf(store.getState().canvas, stepId);
        const place = beside
          ? { x: beside.x + STEP_WIDTH + ASIDE, y: beside.y }
          : flow.screenToFlowPosition(screen ?? middleOfCanvas());
        const { canvas, id } = addNote(store.getState().canvas, place);
        store.getState().edit(() => canvas);
        begin(store, id, "[data-note-text]");
        announce("Note added");
      },
      group(ids: readonly string[]) {
        const added = addGroup(store.getState().canvas, new Set(ids));
        if (!added) return announce("Choose the steps of the group first");
        store.getState().edit(() => added.canvas);
        begin(store, added.id, "[data-label-field]");
        announce(`${countedSteps(ids.length)} grouped`);
      },
    }),
    [store, flow, announce],
  );
}

function begin(store: EditorStore, id: string, field: string): void {
  openStep(store, id, field);
}

function middleOfCanvas(): Position {
  const box = document.querySelector("[data-editor-canvas]")?.getBoundingClientRect();
  const { left = 0, top = 0, width = 0, height = 0 } = box ?? {};
  return { x: left + (width - NOTE_SIZE.width) / 2, y: top + (height - NOTE_SIZE.height) / 2 };
}
