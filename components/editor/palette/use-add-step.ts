"use client";

import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { isEnd, type JourneyNode, type Position } from "#journey";
import type { Added } from "../document/edits.ts";
import { addStep } from "../document/edits.ts";
import { freePlace, STEP_HEIGHT, STEP_WIDTH } from "../document/geometry.ts";
import { addAfter, addSomewhere, insertOnEdge } from "../document/insert.ts";
import { replaceStep } from "../document/replace.ts";
import { useAnnounce } from "../keyboard/announcer.tsx";
import { type PaletteOffer, stepOf } from "../nodes/offers.ts";
import { useEditorStore } from "../state/context.tsx";
import type { MenuTarget } from "./step-menu-context.tsx";

/** Adds a step from the palette or the menu, joined to its target, and opens its panel. One entry in the history. */
export function useAddStep(): (offer: PaletteOffer, target: MenuTarget) => void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const announce = useAnnounce();
  return useCallback(
    (offer, target) => {
      const { canvas, direction, focusedId, selection, edit, select, open } = store.getState();
      const step = stepOf(offer);
      const make = (): Added | null => {
        if (target.kind === "edge") return insertOnEdge(canvas, step, target.edgeId, direction);
        if (target.kind === "replace") return replaceStep(canvas, target.nodeId, step);
        if (target.kind === "exit") return addAfter(canvas, step, target, direction, target.position);
        if (target.position)
          return addStep(canvas, { ...step, position: freePlace(canvas.nodes, target.position, direction) });
        const chosen = selection.nodes.size === 1 ? [...selection.nodes][0] : focusedId;
        return addSomewhere(canvas, step, chosen ?? lastStep(canvas.nodes), direction, centerOf(flow));
      };
      const added = make();
      if (!added) return;
      edit(() => added.canvas);
      select({ nodes: new Set([added.id]), edges: new Set() });
      open({ kind: "node", id: added.id });
      announce(target.kind === "replace" ? `Replaced by ${offer.title}` : `${offer.title} added`);
    },
    [store, flow, announce],
  );
}

/** A journey built by clicking grows at its end. */
function lastStep(nodes: readonly Pick<JourneyNode, "id" | "type">[]): string | null {
  return nodes.findLast((node) => !isEnd(node))?.id ?? null;
}

/** The middle of what the canvas shows, in canvas pixels. */
function centerOf(flow: ReturnType<typeof useReactFlow>): Position {
  const box = document.querySelector("[data-editor-canvas]")?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
}

/** Where the upper left corner of a step goes whose middle is dropped at a point of the screen. */
export function cornerAt(flow: ReturnType<typeof useReactFlow>, screen: Position): Position {
  const point = flow.screenToFlowPosition(screen);
  return { x: Math.round(point.x - STEP_WIDTH / 2), y: Math.round(point.y - STEP_HEIGHT / 2) };
}
