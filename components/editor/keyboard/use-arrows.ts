"use client";

import { useEffect } from "react";
import { annotationById, placeOf, stepBeside, withGroupMembers } from "../document/annotations.ts";
import { moveSteps } from "../document/edits.ts";
import { type Arrow, walk } from "../document/walk.ts";
import { useEditorStore } from "../state/context.tsx";

const ARROWS: readonly string[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const PACE = 20;
const STEPS: Readonly<Record<Arrow, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -PACE],
  ArrowDown: [0, PACE],
  ArrowLeft: [-PACE, 0],
  ArrowRight: [PACE, 0],
};

/** On a step, a note or a group, arrows select its neighbours, with Shift they extend the selection, with Alt they move it. */
export function useArrows(canEdit: boolean): void {
  const store = useEditorStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = event.target instanceof Element ? event.target.closest("[data-step], [data-annotation]") : null;
      const from = step?.getAttribute("data-step") ?? step?.getAttribute("data-annotation");
      if (!from || !ARROWS.includes(event.key) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const arrow = event.key as Arrow;
      const { canvas, direction, selection, select, focus, open, opened } = store.getState();
      if (event.altKey) return canEdit ? moveChosen(store, from, arrow) : undefined;
      const annotation = annotationById(canvas, from);
      const to = annotation ? stepBeside(canvas, annotation) : walk(canvas, from, arrow, direction);
      if (to === null) return;
      focus(to);
      select({ nodes: event.shiftKey ? new Set([...selection.nodes, from, to]) : new Set([to]), edges: new Set() });
      if (opened && !event.shiftKey) open({ kind: "node", id: to });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [store, canEdit]);
}

function moveChosen(store: ReturnType<typeof useEditorStore>, from: string, arrow: Arrow): void {
  const { canvas, selection, edit } = store.getState();
  const [x, y] = STEPS[arrow];
  const chosen = selection.nodes.has(from) ? [...selection.nodes] : [from];
  const places = new Map(
    chosen.flatMap((id) => {
      const place = placeOf(canvas, id);
      return place ? [[id, { x: place.x + x, y: place.y + y }] as const] : [];
    }),
  );
  edit((now) => moveSteps(now, withGroupMembers(now, places)), { joinAs: `move ${chosen.join()}` });
}
