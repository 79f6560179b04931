"use client";

import { useMemo } from "react";
import type { Canvas, Position } from "#journey";
import { toast } from "#ui/toaster";
import { annotationById, annotationsOf } from "../document/annotations.ts";
import { copySteps, pasteSteps, placesOf, readSteps } from "../document/clipboard.ts";
import { readForeign } from "../document/foreign.ts";
import { nodeById } from "../document/graph.ts";
import { useEditorStore } from "../state/context.tsx";
import { useAnnounce } from "./announcer.tsx";
import { countedSteps } from "./counted-steps.ts";

const ASIDE = 48;

/** Adding steps from text: copied ones, and journeys of other formats. */
export function usePaste() {
  const store = useEditorStore();
  const announce = useAnnounce();
  return useMemo(() => {
    const put = (steps: Canvas, at: Position | null): void => {
      const left = Math.min(...placesOf(steps).map(({ x }) => x));
      const top = Math.min(...placesOf(steps).map(({ y }) => y));
      const { canvas, edit, select, focus } = store.getState();
      const isThere =
        steps.nodes.some(({ id }) => nodeById(canvas, id)) ||
        annotationsOf(steps).some(({ id }) => annotationById(canvas, id));
      const place = at ?? (isThere ? { x: left + ASIDE, y: top + ASIDE } : { x: left, y: top });
      const pasted = pasteSteps(canvas, steps, place);
      edit(() => pasted.canvas);
      select({ nodes: pasted.added, edges: new Set() });
      focus([...pasted.added][0] ?? null);
      announce(`${countedSteps(pasted.added.size)} added`);
    };
    const paste = (text: string, at: Position | null): boolean => {
      const steps = readSteps(text);
      if (steps) put(steps, at);
      return steps !== null;
    };
    return {
      paste,
      /** Pastes a journey of another format, and says what it is and what was taken over. */
      async pasteForeign(text: string, at: Position | null): Promise<void> {
        const found = await readForeign(text);
        if (found.kind === "unknown") toast.error(found.message);
        if (found.kind === "broken")
          toast.error(`${found.format}: nothing could be taken over.`, { description: firstOf(found.notes) });
        if (found.kind !== "journey") return;
        put(found.steps, at);
        const { nodes, edges } = found.steps;
        const rest = firstOf(found.notes) || "Settings and goal of the file were left out.";
        toast.success(`${found.format}: ${countedSteps(nodes.length)} and ${edges.length} edges were taken over.`, {
          description: rest,
        });
      },
      duplicate(ids: readonly string[]): void {
        const { canvas, selection } = store.getState();
        const text = copySteps(canvas, ids.length > 0 ? new Set(ids) : selection.nodes);
        if (text !== null) paste(text, null);
      },
    };
  }, [store, announce]);
}

const firstOf = (notes: readonly string[]) => notes.slice(0, 3).join(" ");
