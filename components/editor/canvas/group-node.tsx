"use client";

import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { cn } from "#ui/cn";
import { titleOf } from "../document/annotations.ts";
import { countedSteps } from "../keyboard/counted-steps.ts";
import type { GroupFlowNode } from "./annotation-nodes.ts";
import { useAnnotationKeys } from "./use-annotation-keys.ts";

/** The frame around the steps of a group. Its label is the handle that moves all of them. */
export const GroupNode = memo(function GroupNode({ data: { group }, selected }: NodeProps<GroupFlowNode>) {
  const keys = useAnnotationKeys(group.id, "group");
  const count = group.nodeIds.length;
  return (
    <div className={cn("canvas-group", selected && "is-selected")}>
      <div {...keys} className="canvas-group-label">
        <span className="sr-only">Group of {countedSteps(count)}: </span>
        {titleOf(group)}
      </div>
    </div>
  );
});
