"use client";

import { useEffect } from "react";
import { loadedOnUse } from "#shell";
import { whenIdle } from "#ui/when-idle";
import { annotationById } from "../document/annotations.ts";
import { nodeById } from "../document/graph.ts";
import { useEditor } from "../state/context.tsx";
import { PANEL_PLACE } from "./panel-place.tsx";
import { SelectionPanel } from "./selection-panel.tsx";

const isOpen = () => true;
const loadEdgePanel = async () => (await import("./edge-panel.tsx")).EdgePanel;
const loadAnnotationPanel = async () => (await import("./annotation-panel.tsx")).AnnotationPanel;
const loadNodePanel = async () => (await import("./node-panel.tsx")).NodePanel;
const EdgePanel = loadedOnUse(loadEdgePanel, isOpen, PANEL_PLACE);
const NodePanel = loadedOnUse(loadNodePanel, isOpen, PANEL_PLACE);
const AnnotationPanel = loadedOnUse(loadAnnotationPanel, isOpen, PANEL_PLACE);
const atHand = () => void Promise.all([loadEdgePanel(), loadNodePanel(), loadAnnotationPanel()]).catch(() => undefined);

/**
 * The side panel: the open step, edge, note or group, or what can be done to several chosen ones. Its code comes once the canvas
 * stands: people go on editing when their network is gone.
 */
export function Inspector() {
  const opened = useEditor((state) => state.opened);
  useEffect(() => whenIdle(atHand), []);
  const chosen = useEditor((state) => state.selection.nodes.size);
  const node = useEditor((state) =>
    state.opened?.kind === "node" ? nodeById(state.canvas, state.opened.id) : undefined,
  );
  const edge = useEditor((state) =>
    state.opened?.kind === "edge" ? state.canvas.edges.find(({ id }) => id === state.opened?.id) : undefined,
  );
  const annotation = useEditor((state) =>
    state.opened?.kind === "annotation" ? annotationById(state.canvas, state.opened.id) : undefined,
  );
  if (chosen > 1) return <SelectionPanel />;
  if (opened?.kind === "node" && node) return <NodePanel key={node.id} node={node} />;
  if (opened?.kind === "edge" && edge) return <EdgePanel key={edge.id} edge={edge} />;
  if (opened?.kind === "annotation" && annotation) return <AnnotationPanel key={annotation.id} one={annotation} />;
  return null;
}
