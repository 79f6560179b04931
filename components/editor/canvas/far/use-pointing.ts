"use client";

import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useCallback, useRef } from "react";
import { flushSync } from "react-dom";
import type { Position } from "#journey";
import { type Mode, STEP_WIDTH, stepHeight } from "../../document/geometry.ts";
import { useEditorStore } from "../../state/context.tsx";
import type { StepNode } from "../to-flow.ts";
import { stepAt } from "./shown.ts";

type PointingOptions = { isFar: boolean; mode: Mode; point: (id: string | null) => void };

/**
 * The mouse over the picture: the step under it is put into the page before it is pressed, so that clicking, dragging and
 * the menu are React Flow's as everywhere. A finger does not hover: its tap opens the step. A frame drawn around steps
 * chooses them.
 */
export function usePointing(nodes: readonly StepNode[], { isFar, mode, point }: PointingOptions) {
  const flow = useReactFlow();
  const store = useEditorStore();
  const last = useRef<string | null>(null);
  const corner = useRef<Position | null>(null);
  const at = useCallback(
    (event: { clientX: number; clientY: number }) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }),
    [flow],
  );
  const onPointerMove = (event: PointerEvent) => {
    if (!isFar || event.buttons !== 0) return;
    const found = stepAt(nodes, at(event), mode);
    if (found === last.current) return;
    last.current = found;
    // Now, as the button may be pressed before the next frame.
    flushSync(() => point(found));
  };
  const onPaneClick = (event: MouseEvent): boolean => {
    const found = isFar ? stepAt(nodes, at(event), mode) : null;
    if (found) store.getState().open({ kind: "node", id: found });
    return found !== null;
  };
  const onSelectionStart = (event: MouseEvent) => {
    corner.current = isFar ? at(event) : null;
  };
  const onSelectionEnd = (event: MouseEvent) => {
    const from = corner.current;
    corner.current = null;
    if (from) store.getState().select({ nodes: stepsBetween(nodes, from, at(event), mode) });
  };
  return { onPointerMove, onPaneClick, onSelectionStart, onSelectionEnd };
}

/** Steps that a frame between two corners touches. */
function stepsBetween(nodes: readonly StepNode[], from: Position, to: Position, mode: Mode): ReadonlySet<string> {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const isTouched = ({ position: { x, y } }: StepNode) =>
    x + STEP_WIDTH >= left && x <= right && y + stepHeight(mode) >= top && y <= bottom;
  return new Set(nodes.filter(isTouched).map(({ id }) => id));
}
