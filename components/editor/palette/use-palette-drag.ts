"use client";

import { useReactFlow } from "@xyflow/react";
import { type PointerEvent as ReactPointerEvent, useCallback, useState } from "react";
import { isEntry, type Position } from "#journey";
import type { PaletteOffer } from "../nodes/offers.ts";
import type { MenuTarget } from "./step-menu-context.tsx";
import { cornerAt } from "./use-add-step.ts";

const THRESHOLD = 5;

/**
 * Dragging out of the palette by pointer events, so that touch works as well as a mouse.
 * A step dropped on an edge is inserted into it; a step dropped outside of the canvas is discarded.
 */
export function usePaletteDrag(add: (offer: PaletteOffer, target: MenuTarget) => void) {
  const flow = useReactFlow();
  const [dragged, setDragged] = useState<PaletteOffer | null>(null);
  const [point, setPoint] = useState<Position>({ x: 0, y: 0 });

  const begin = useCallback(
    (offer: PaletteOffer) => (down: ReactPointerEvent) => {
      if (down.button !== 0) return;
      const listening = new AbortController();
      const { signal } = listening;
      let moved = false;
      const stop = () => {
        listening.abort();
        light(null);
        setDragged(null);
      };
      const move = (event: PointerEvent) => {
        moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > THRESHOLD;
        if (!moved) return;
        event.preventDefault();
        setDragged(offer);
        const screen = { x: event.clientX, y: event.clientY };
        setPoint(screen);
        light(targetAt(screen, offer));
      };
      const drop = (event: PointerEvent) => {
        stop();
        if (!moved) return;
        swallowClick();
        const target = targetAt({ x: event.clientX, y: event.clientY }, offer);
        if (target)
          add(
            offer,
            target.kind === "free"
              ? { ...target, position: cornerAt(flow, { x: event.clientX, y: event.clientY }) }
              : target,
          );
      };
      window.addEventListener("pointermove", move, { signal });
      window.addEventListener("pointerup", drop, { signal });
      window.addEventListener("pointercancel", stop, { signal });
      window.addEventListener("keydown", (event) => (event.key === "Escape" ? stop() : undefined), { signal });
    },
    [add, flow],
  );
  return { dragged, point, begin };
}

/** What lies under the pointer: an edge, the canvas, or nothing to drop on. */
function targetAt(screen: Position, offer: PaletteOffer): MenuTarget | null {
  const elements = document.elementsFromPoint(screen.x, screen.y);
  const edgeId = elements.map((element) => element.closest("[data-link]")?.getAttribute("data-link")).find(Boolean);
  if (edgeId && !isEntry(offer)) return { kind: "edge", edgeId };
  return elements.some((element) => element.closest("[data-editor-canvas]")) ? { kind: "free" } : null;
}

/** Lights the edge into which the step would be inserted. Marked on the element, as a drag must not draw the canvas. */
function light(target: MenuTarget | null): void {
  for (const lit of document.querySelectorAll("[data-drop]")) lit.removeAttribute("data-drop");
  if (target?.kind !== "edge") return;
  for (const part of document.querySelectorAll(`[data-link="${target.edgeId}"]`)) part.setAttribute("data-drop", "");
}

/** The click event after a drag within the palette must not add a second step. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
