"use client";

import { useEffect } from "react";
import { moveSteps } from "../document/edits.ts";
import { nodeById } from "../document/graph.ts";
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

/** On a step, arrows select its neighbours, with Shift they extend the selection, with Alt they move it. */
export function useArrows(canEdit: boolean): void {
  const store = useEditorStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = event.target instanceof Element ? event.target.closest("[data-step]") : null;
      const from = step?.getAttribute("data-step");
      if (!from || !ARROWS.includes(event.key) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const arrow = event.key as Arrow;
      const { canvas, direction, selection, select, focus, open, opened } = store.getState();
      if (event.altKey) return canEdit ? moveChosen(store, from, arrow) : undefined;
      const to = walk(canvas, from, arrow, direction);
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
      const node = nodeById(canvas, id);
      return node ? [[id, { x: node.position.x + x, y: node.position.y + y }] as const] : [];
    }),
  );
  edit((now) => moveSteps(now, places), { joinAs: `move ${chosen.join()}` });
}
