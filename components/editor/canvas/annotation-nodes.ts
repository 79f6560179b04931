import type { Node } from "@xyflow/react";
import type { Canvas, CanvasGroup, CanvasNote, Position } from "#journey";
import { annotationsOf, type Frame, frameOf } from "../document/annotations.ts";
import type { Mode } from "../document/geometry.ts";
import { graphOf } from "../document/graph.ts";
import type { StepNode, View } from "./to-flow.ts";

export type NoteFlowNode = Node<{ note: CanvasNote; mode: Mode }, "note">;
export type GroupFlowNode = Node<{ group: CanvasGroup; mode: Mode }, "frame">;
/** Everything that React Flow draws as a node. */
export type CanvasFlowNode = StepNode | NoteFlowNode | GroupFlowNode;

/** The built-in type "group" brings its own border, hence "frame". Groups are behind edges and steps, and only their label takes the pointer. */
const GROUP_LAYER = { zIndex: -1, style: { pointerEvents: "none" as const } };

/** Notes and groups of a canvas as React Flow's nodes; groups first, as they lie below. */
export function annotationNodes(canvas: Canvas, view: View): (NoteFlowNode | GroupFlowNode)[] {
  const { mode, moving, selection } = view;
  const { nodes } = graphOf(canvas);
  const placeOf = (id: string): Position | undefined => moving.get(id) ?? nodes.get(id)?.position;
  const all = annotationsOf(canvas);
  const groups = all.flatMap((group): GroupFlowNode[] => {
    const frame = group.kind === "group" ? frameOf(group, placeOf) : null;
    if (group.kind !== "group" || !frame) return [];
    const selected = selection.nodes.has(group.id);
    return [{ ...placed(group.id, frame), type: "frame", data: { group, mode }, selected, ...GROUP_LAYER }];
  });
  const notes = all.flatMap((note): NoteFlowNode[] => {
    if (note.kind !== "note") return [];
    const { id, width, height } = note;
    const { x, y } = moving.get(id) ?? note.position;
    const frame = { x, y, width, height };
    return [{ ...placed(id, frame), type: "note", data: { note, mode }, selected: selection.nodes.has(id) }];
  });
  return [...groups, ...notes];
}

function placed(id: string, { x, y, width, height }: Frame) {
  return { id, position: { x, y }, width, height, measured: { width, height }, handles: [] };
}
