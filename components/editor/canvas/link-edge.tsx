"use client";

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { Plus } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { cn } from "#ui/cn";
import { LinkCount } from "../live/link-count.tsx";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { LinkMark, useMarkClass } from "../trial/step-mark.tsx";
import { linkPath } from "./link-path.ts";
import type { LinkEdge as LinkFlowEdge } from "./to-flow.ts";

/** An edge with its label, and the "+" that inserts a step. */
export const LinkEdge = memo(function LinkEdge({
  id,
  data,
  sourceX,
  sourceY,
  targetX,
  targetY,
  selected,
  markerEnd,
}: EdgeProps<LinkFlowEdge>) {
  const openMenu = useStepMenu();
  const problems = useStepProblems(id);
  const marked = useMarkClass("edges", id);
  if (!data) return null;
  const { path, labelX, labelY } = linkPath({ x: sourceX, y: sourceY }, data.corners, { x: targetX, y: targetY });
  const add = (event: MouseEvent) => {
    event.stopPropagation();
    openMenu({ x: event.clientX, y: event.clientY }, { kind: "edge", edgeId: id });
  };
  const isBuild = data.mode === "build";
  return (
    <g data-link={id}>
      <BaseEdge
        path={path}
        interactionWidth={22}
        className={cn("link-line", marked, selected && "is-selected", isBuild && problems.length > 0 && "has-problem")}
        {...(markerEnd ? { markerEnd } : {})}
      />
      <EdgeLabelRenderer>
        <div
          data-link={id}
          className={cn("link-label nodrag nopan", selected && "is-selected")}
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
        >
          {data.text === "" ? null : <span className="link-text">{data.text}</span>}
          <LinkMark edgeId={id} />
          {isBuild ? (
            <button
              type="button"
              tabIndex={-1}
              className="link-plus"
              onClick={add}
              title="Add a step here"
              aria-label="Add a step on this edge"
              data-add-on={id}
            >
              <Plus aria-hidden />
            </button>
          ) : (
            <LinkCount edgeId={id} />
          )}
        </div>
      </EdgeLabelRenderer>
    </g>
  );
});
