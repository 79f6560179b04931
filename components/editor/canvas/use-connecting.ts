"use client";

import { type Connection, type FinalConnectionState, useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { type Canvas, isEntry } from "#journey";
import { connect, reconnect } from "../document/edits.ts";
import { type Mode, STEP_WIDTH } from "../document/geometry.ts";
import { nodeById } from "../document/graph.ts";
import { useAnnounce } from "../keyboard/announcer.tsx";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useEditorStore } from "../state/context.tsx";
import type { CanvasFlowNode } from "./annotation-nodes.ts";
import { type LinkEdge, LOST_HANDLE } from "./to-flow.ts";

/** Drawing edges: from handle to handle, onto any part of a step, or onto nothing for a new step there. */
export function useConnecting(mode: Mode) {
  const store = useEditorStore();
  const openMenu = useStepMenu();
  const announce = useAnnounce();
  const flow = useReactFlow<CanvasFlowNode, LinkEdge>();

  const link = useCallback(
    (source: string, exit: string | null, target: string) => {
      if (isWayIn(store.getState().canvas, target)) return;
      store.getState().edit((canvas) => connect(canvas, { source, exit, target }));
      announce("Connected");
    },
    [store, announce],
  );

  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => link(source, sourceHandle, target),
    [link],
  );

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromNode, fromHandle } = state;
      if (state.isValid || mode !== "build" || !fromNode || fromHandle?.type !== "source" || !fromHandle.id) return;
      const screen = pointOf(event);
      const stepId = document.elementFromPoint(screen.x, screen.y)?.closest("[data-step]")?.getAttribute("data-step");
      if (stepId) return link(fromNode.id, fromHandle.id, stepId);
      const { x, y } = flow.screenToFlowPosition(screen);
      const position = { x: Math.round(x - STEP_WIDTH / 2), y: Math.round(y) };
      openMenu(screen, { kind: "exit", source: fromNode.id, exit: fromHandle.id, position });
    },
    [flow, link, mode, openMenu],
  );

  const onReconnect = useCallback(
    (edge: LinkEdge, { source, sourceHandle, target }: Connection) => {
      if (isWayIn(store.getState().canvas, target)) return;
      store.getState().edit((canvas) => reconnect(canvas, edge.id, { source, exit: sourceHandle, target }));
      announce("Edge moved");
    },
    [store, announce],
  );

  const isValidConnection = useCallback(
    ({ target, sourceHandle }: Connection | LinkEdge) =>
      !isWayIn(store.getState().canvas, target) && sourceHandle !== LOST_HANDLE,
    [store],
  );

  return { onConnect, onConnectEnd, onReconnect, isValidConnection };
}

function pointOf(event: MouseEvent | TouchEvent) {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function isWayIn(canvas: Canvas, nodeId: string): boolean {
  const node = nodeById(canvas, nodeId);
  return node !== undefined && isEntry(node);
}
