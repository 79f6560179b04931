"use client";

import { MiniMap } from "@xyflow/react";
import { stepKinds } from "../nodes/step-kinds.ts";
import type { CanvasFlowNode } from "./annotation-nodes.ts";

const size = { width: 168, height: 112 };
const colorOf = (node: CanvasFlowNode) => {
  if (node.type === "frame") return "transparent";
  return node.type === "note" ? "var(--warning)" : stepKinds[node.data.step.type].accent.map;
};

/** The whole journey, small, in the colours of its kinds. */
export function CanvasMap() {
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel="Minimap of the journey"
      className="max-lg:hidden!"
      nodeColor={colorOf}
      nodeBorderRadius={14}
      bgColor="var(--card)"
      maskColor="color-mix(in oklch, var(--canvas) 70%, transparent)"
      style={size}
    />
  );
}
