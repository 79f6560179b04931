"use client";

import "@xyflow/react/dist/base.css";
import "../editor.css";
import "./gestures.css";
import "../live/live.css";
import "../trial/trial.css";
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  MarkerType,
  type NodeTypes,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
} from "@xyflow/react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { Canvas } from "#journey";
import type { Mode } from "../document/geometry.ts";
import { useEditor } from "../state/context.tsx";
import { annotationNodes, type CanvasFlowNode } from "./annotation-nodes.ts";
import { CanvasMap } from "./canvas-map.tsx";
import { FarPicture } from "./far/far-picture.tsx";
import { MANY } from "./far/levels.ts";
import { useFarView } from "./far/use-far-view.ts";
import { usePointing } from "./far/use-pointing.ts";
import { firstView } from "./first-view.ts";
import { GroupNode } from "./group-node.tsx";
import { HelperLines } from "./helper-lines.tsx";
import { LinkEdge } from "./link-edge.tsx";
import { NoteNode } from "./note-node.tsx";
import { StepNode } from "./step-node.tsx";
import {
  createProjection,
  type LinkEdge as LinkEdgeType,
  type StepNode as StepNodeType,
  type View,
} from "./to-flow.ts";
import { useBringIntoView } from "./use-bring-into-view.ts";
import { useCanvasEvents } from "./use-canvas-events.ts";
import { useConnecting } from "./use-connecting.ts";

const nodeTypes: NodeTypes = { step: StepNode, note: NoteNode, frame: GroupNode };
const edgeTypes: EdgeTypes = { link: LinkEdge };
const defaultEdgeOptions = { markerEnd: { type: MarkerType.ArrowClosed, color: "var(--link)", width: 16, height: 16 } };
/** Smaller journeys need no minimap. */
const WORTH_A_MAP = 12;
const MULTI_SELECT = ["Shift", "Meta", "Control"];

const DOTS = (
  <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--canvas-dot)" bgColor="var(--canvas)" />
);

/** The journey as a graph: React Flow draws the document, and every gesture edits the document. */
export function JourneyCanvas({ mode, children }: { mode: Mode; children?: ReactNode }) {
  const canvas = useEditor((state) => state.canvas);
  const selection = useEditor((state) => state.selection);
  const direction = useEditor((state) => state.direction);
  const wrapper = useRef<HTMLDivElement>(null);
  const [project] = useState(createProjection);
  const { moving, lines, ...events } = useCanvasEvents(mode);
  const connecting = useConnecting(mode);
  const whole = useMemo(
    () => project(canvas, { direction, mode, selection, moving }),
    [project, canvas, direction, mode, selection, moving],
  );
  const { flow, shown, isFar, point } = useFarView(wrapper, canvas, whole);
  const nodes = useAllNodes(canvas, { direction, mode, selection, moving }, flow.nodes);
  const pointing = usePointing(whole.nodes, { isFar, mode, point });
  const begin = async (instance: ReactFlowInstance<CanvasFlowNode, LinkEdgeType>) => {
    const box = wrapper.current;
    if (!box) return;
    const view = firstView(canvas, { width: box.clientWidth, height: box.clientHeight });
    if (view) await instance.setViewport(view);
    // Steps are hidden until the first view is set; otherwise they would jump.
    box.classList.add("has-first-view");
  };
  useBringIntoView(wrapper);
  return (
    <div
      ref={wrapper}
      data-editor-canvas
      onPointerMove={pointing.onPointerMove}
      className="journey-canvas relative min-w-0 flex-1 bg-canvas"
    >
      <ReactFlow
        aria-label="Journey"
        nodes={nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultEdgeOptions={defaultEdgeOptions}
        {...events}
        {...connecting}
        onPaneClick={(event) => pointing.onPaneClick(event) || events.onPaneClick()}
        onSelectionStart={pointing.onSelectionStart}
        onSelectionEnd={pointing.onSelectionEnd}
        onInit={(instance) => void begin(instance)}
        minZoom={0.1}
        maxZoom={2}
        nodesDraggable={mode === "build"}
        nodesConnectable={mode === "build"}
        edgesReconnectable={mode === "build"}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={MULTI_SELECT}
        selectionMode={SelectionMode.Partial}
        connectOnClick={false}
        attributionPosition="top-right"
        connectionRadius={36}
        nodeDragThreshold={3}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={canvas.nodes.length > MANY}
      >
        {DOTS}
        {canvas.nodes.length < WORTH_A_MAP || isFar ? null : <CanvasMap />}
        {shown ? <FarPicture {...whole} shown={shown} /> : null}
        <HelperLines lines={lines} />
        {children}
      </ReactFlow>
    </div>
  );
}

/** Notes and groups, and the steps. */
function useAllNodes(canvas: Canvas, { direction, mode, selection, moving }: View, steps: readonly StepNodeType[]) {
  const beside = useMemo(
    () => annotationNodes(canvas, { direction, mode, selection, moving }),
    [canvas, direction, mode, selection, moving],
  );
  return useMemo<CanvasFlowNode[]>(() => [...beside, ...steps], [beside, steps]);
}
