"use client";

import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import type { Position } from "#journey";
import { placeOf } from "../document/annotations.ts";
import { STEP_HEIGHT, STEP_WIDTH } from "../document/geometry.ts";
import { glide } from "../motion.ts";
import { useEditorStore } from "../state/context.tsx";
import { placeOfStep } from "../state/places.ts";

const MARGIN = 20;
/** Room below a step for the "+" of its open exits. */
const BELOW = 36;
const READABLE = 0.6;

/** Keeps the current step in view with the smallest move of the canvas, and focuses it if the canvas has the focus. */
export function useBringIntoView(wrapper: RefObject<HTMLDivElement | null>): void {
  const store = useEditorStore();
  const flow = useReactFlow();
  useEffect(() => {
    const show = (id: string, isJump: boolean) => {
      const position = placeOf(store.getState().canvas, id);
      const box = wrapper.current;
      if (!position || !box || box.clientWidth === 0) return;
      const { x, y, zoom } = flow.getViewport();
      if (isJump && zoom < READABLE) {
        void flow.setCenter(position.x + STEP_WIDTH / 2, position.y + STEP_HEIGHT / 2, {
          zoom: READABLE,
          ...glide(220),
        });
        return;
      }
      const corner = { x: position.x * zoom + x, y: position.y * zoom + y };
      const by = {
        x: shift(corner.x, STEP_WIDTH * zoom, box.clientWidth),
        y: shift(corner.y, (STEP_HEIGHT + BELOW) * zoom, box.clientHeight),
      };
      if (by.x !== 0 || by.y !== 0) void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, glide(220));
    };
    return store.subscribe(({ focusedId, opened, jump, canvas }, last) => {
      const id = opened && opened.kind !== "edge" ? opened.id : focusedId;
      const isSame = focusedId === last.focusedId && opened === last.opened && jump === last.jump;
      if (isSame || id === null) return;
      const hadKeyboard = wrapper.current?.contains(document.activeElement) && focusedId !== last.focusedId;
      afterLayout(() => {
        show(id, jump !== last.jump);
        // A menu may have opened meanwhile and have the focus.
        const active = document.activeElement;
        const isFree = active === document.body || wrapper.current?.contains(active);
        // The current step may have changed; after an edit, `useKeptFocus` moves the focus.
        const now = store.getState();
        const isCurrent = now.focusedId === focusedId && now.canvas === canvas;
        if (hadKeyboard && isFree && isCurrent)
          wrapper.current?.querySelector<HTMLElement>(placeOfStep(focusedId) ?? "[]")?.focus({ preventScroll: true });
      });
    });
  }, [store, flow, wrapper]);
}

/** The side panel may just be opening and take room from the canvas. */
function afterLayout(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** How far a stretch has to move to lie within the room. */
function shift(start: Position["x"], length: number, room: number): number {
  if (start < MARGIN) return MARGIN - start;
  return Math.min(0, room - MARGIN - (start + length));
}
