"use client";

import { useEffect } from "react";
import { keepFocus } from "#shell";
import { useEditorStore } from "../state/context.tsx";
import { placeOfStep, TAB_STOP } from "../state/places.ts";

/**
 * An edit, or another panel, may remove the focused element: a deleted step, the button of a deleted edge. The focus
 * then moves to the same part of the panel, else to the panel, else to the current step.
 */
export function useKeptFocus(): void {
  const store = useEditorStore();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.canvas === before.canvas && now.opened === before.opened) return;
        const lost = document.activeElement;
        if (!lost || lost === document.body) return;
        const around = partsAround(lost);
        const edge = before.opened?.kind === "edge" ? before.opened.id : null;
        const source = before.canvas.edges.find(({ id }) => id === edge)?.sourceNodeId ?? null;
        requestAnimationFrame(() => {
          const { opened, focusedId } = store.getState();
          const isInPanel = around.length > 0 && opened !== null;
          const step = placeOfStep(edge !== null && opened === null ? source : focusedId);
          const near = around.filter((part) => part.isConnected).map(firstControl);
          keepFocus(...near.filter(Boolean), isInPanel ? "[data-inspector]" : null, step, TAB_STOP);
        });
      }),
    [store],
  );
}

/** The named parts of the panel around an element, the closest first. */
function partsAround(element: Element): Element[] {
  const parts: Element[] = [];
  const panel = element.closest("[data-inspector]");
  let part = panel ? element.closest("[data-field], section") : null;
  while (part && panel?.contains(part)) {
    parts.push(part);
    part = part.parentElement?.closest("[data-field], section") ?? null;
  }
  return panel ? [...parts, panel] : parts;
}

function firstControl(part: Element): HTMLElement | null {
  if (part.matches("[data-inspector]")) return part as HTMLElement;
  return part.querySelector<HTMLElement>("input, textarea, [role=combobox], button");
}
