"use client";

import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { isDisabled, isEnd, labelOf } from "#journey";
import { cn } from "#ui/cn";
import { CommentBadge } from "../comments/open-comments.tsx";
import { edgesFrom, nodeById } from "../document/graph.ts";
import { StepCounts } from "../live/step-counts.tsx";
import { stepKinds } from "../nodes/step-kinds.ts";
import { spokenRest, summaryOf } from "../nodes/words.ts";
import { useStepProblems } from "../problems/use-step-problems.ts";
import { useContentName } from "../state/catalog.tsx";
import { useEditor } from "../state/context.tsx";
import { StepMark, useMarkClass } from "../trial/step-mark.tsx";
import { NewPath } from "./new-path.tsx";
import { ProblemBadge } from "./problem-badge.tsx";
import { StepHandles } from "./step-handles.tsx";
import type { StepNode as StepFlowNode } from "./to-flow.ts";
import { useStepKeys } from "./use-step-keys.ts";

/** A button to assistive technology; a real one cannot be dragged in every browser. */
const BUTTON = { role: "button", "aria-roledescription": "step" } as const;

/** A step on the canvas: icon, name, one line of what it does, its handles. */
export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepFlowNode>) {
  const { step, mode } = data;
  const kind = stepKinds[step.type];
  const Icon = kind.icon(step.config);
  const contentName = useContentName(step.contentId);
  const problems = useStepProblems(step.id);
  const isTabStop = useEditor((state) => (state.focusedId ?? state.canvas.nodes[0]?.id) === step.id);
  const marked = useMarkClass("nodes", step.id);
  const keys = useStepKeys(step.id, mode);
  const next = useEditor((state) => nextNames(state.canvas, step.id));
  return (
    <>
      <div
        {...BUTTON}
        {...keys}
        tabIndex={isTabStop ? 0 : -1}
        data-step={step.id}
        data-kind={step.type}
        className={cn(
          "step-card",
          selected && "is-selected",
          marked,
          isDisabled(step) && "is-disabled",
          mode === "build" && problems.some((problem) => problem.severity === "error") && "has-error",
        )}
      >
        <div className="flex h-[66px] items-center gap-3 px-3">
          <span className={cn("step-tile grid size-9 shrink-0 place-items-center rounded-lg", kind.accent.tile)}>
            <Icon className="size-[18px]" aria-hidden />
          </span>
          <span className="step-text min-w-0 flex-1">
            <span className="sr-only">
              {kind.title}
              {isDisabled(step) ? ", disabled" : ""}:{" "}
            </span>
            <span className="block truncate font-medium text-[13px] text-foreground leading-[18px]">
              {labelOf(step)}
            </span>{" "}
            <span className="block truncate text-muted-foreground text-xs leading-[17px]">
              {isDisabled(step) ? "Disabled: people pass through" : summaryOf(step, contentName)}
            </span>
            <span className="sr-only">
              {spokenRest(step, mode === "build" ? problems.length : 0, next === "" ? [] : next.split("\n"))}
            </span>
          </span>
          {mode === "build" ? <ProblemBadge problems={problems} /> : null}
        </div>
        {mode === "live" ? null : <CommentBadge stepId={step.id} />}
        {mode === "live" ? <StepCounts nodeId={step.id} isEnd={isEnd(step)} /> : null}
        <StepMark nodeId={step.id} />
        <StepHandles data={data} />
      </div>
      <NewPath data={data} />
    </>
  );
});

/** Joined, so that an unchanged answer does not draw the step again. */
function nextNames(canvas: Parameters<typeof edgesFrom>[0], stepId: string): string {
  return edgesFrom(canvas, stepId)
    .flatMap((edge) => {
      const target = nodeById(canvas, edge.targetNodeId);
      return target ? [labelOf(target)] : [];
    })
    .join("\n");
}
