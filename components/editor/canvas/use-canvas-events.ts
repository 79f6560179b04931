"use client";

import type { EdgeChange, EdgeMouseHandler, NodeChange, NodeMouseHandler } from "@xyflow/react";
import { useCallback, useState } from "react";
import type { Position } from "#journey";
import { updateAnnotation, withGroupMembers } from "../document/annotations.ts";
import { moveSteps } from "../document/edits.ts";
import type { Mode } from "../document/geometry.ts";
import { nodeById } from "../document/graph.ts";
import { type HelperLine, snap } from "../document/helper-lines.ts";
import { useEditorStore } from "../state/context.tsx";
import type { EditorStore } from "../state/store.ts";
import type { CanvasFlowNode } from "./annotation-nodes.ts";
import type { LinkEdge } from "./to-flow.ts";

const NO_LINES: readonly HelperLine[] = [];
const STILL: ReadonlyMap<string, Position> = new Map();

/**
 * Selecting, opening and dragging. During a drag the positions are kept here;
 * the document gets them once, at the end of the drag.
 */
export function useCanvasEvents(mode: Mode) {
  const store = useEditorStore();
  const [moving, setMoving] = useState(STILL);
  const [lines, setLines] = useState(NO_LINES);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasFlowNode>[]) => {
      const { selection, select, edit } = store.getState();
      const places = changes.flatMap((change) =>
        change.type === "position" && change.position ? [[change.id, change.position] as const] : [],
      );
      if (places.length > 0 && mode === "build") {
        const isDragging = changes.some((change) => change.type === "position" && change.dragging);
        // Several steps keep their distances; one step snaps to the lines of the others.
        const { places: snapped, lines } =
          places.length === 1 && isStep(store, places[0]?.[0])
            ? snapOne(store, places[0])
            : { places, lines: NO_LINES };
        setLines(isDragging ? lines : NO_LINES);
        const whole = withGroupMembers(store.getState().canvas, new Map(snapped));
        if (isDragging) setMoving((last) => new Map([...last, ...whole]));
        else {
          const settled = new Map([...whole].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]));
          edit((canvas) => moveSteps(canvas, settled));
          setMoving(STILL);
        }
      }
      if (mode === "build") resizeNotes(store, changes);
      const nodes = selected(selection.nodes, changes);
      if (nodes) select({ nodes });
    },
    [store, mode],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<LinkEdge>[]) => {
      const edges = selected(store.getState().selection.edges, changes);
      if (edges) store.getState().select({ edges });
    },
    [store],
  );

  const onNodeClick = useCallback<NodeMouseHandler<CanvasFlowNode>>(
    (event, node) => {
      const isMore = event.shiftKey || event.metaKey || event.ctrlKey;
      if (isMore || (event.target as Element).closest(".react-flow__handle")) return;
      store.getState().open({ kind: node.type === "step" ? "node" : "annotation", id: node.id });
    },
    [store],
  );

  const onEdgeClick = useCallback<EdgeMouseHandler<LinkEdge>>(
    (_, edge) => store.getState().open({ kind: "edge", id: edge.id }),
    [store],
  );
  const onPaneClick = useCallback(() => store.getState().open(null), [store]);

  return { moving, lines, onNodesChange, onEdgesChange, onNodeClick, onEdgeClick, onPaneClick };
}

const isStep = (store: EditorStore, id: string | undefined): boolean =>
  id !== undefined && nodeById(store.getState().canvas, id) !== undefined;

/** A note whose corner is being dragged; one entry of the history while that lasts. */
function resizeNotes(store: EditorStore, changes: readonly NodeChange<CanvasFlowNode>[]): void {
  for (const change of changes) {
    if (change.type !== "dimensions" || change.resizing === undefined || !change.dimensions) continue;
    const { id } = change;
    const size = { width: Math.round(change.dimensions.width), height: Math.round(change.dimensions.height) };
    store.getState().edit((canvas) => updateAnnotation(canvas, id, size), { joinAs: `size ${id}` });
  }
}

type Placed = readonly [id: string, position: Position];

function snapOne(store: EditorStore, placed: Placed | undefined): { places: Placed[]; lines: readonly HelperLine[] } {
  if (!placed) return { places: [], lines: NO_LINES };
  const [id, wanted] = placed;
  const { position, lines } = snap(
    store.getState().canvas.nodes.filter((node) => node.id !== id),
    wanted,
  );
  return { places: [[id, position]], lines };
}

/** The selection after React Flow's changes; null when they are about something else. */
function selected(
  before: ReadonlySet<string>,
  changes: readonly (NodeChange<CanvasFlowNode> | EdgeChange<LinkEdge>)[],
): ReadonlySet<string> | null {
  const picks = changes.filter((change) => change.type === "select");
  if (picks.length === 0) return null;
  const after = new Set(before);
  for (const pick of picks) {
    if (pick.selected) after.add(pick.id);
    else after.delete(pick.id);
  }
  return after;
}
