"use client";
import { useController, useFormContext, useWatch } from "react-hook-form";
import type { PreviewStep } from "#data";
import { type JourneyNode, labelOf } from "#journey";
import { formatNumber, peopleCount } from "#shell";
import { Badge } from "#ui/badge";
import { Pick } from "../../rules/pick.tsx";
import { NodeIcon } from "../../timeline/node-icon.tsx";
import type { PlanValues } from "./plan.ts";

const ACTION_WORDS = { stay: "Stay on their version", move: "Move to…", exit: "Leave the journey" };
const CHANGES = {
  same: null,
  changed: { word: "Changed", variant: "warning" },
  removed: { word: "Removed", variant: "destructive" },
} as const;

const TIMERS = { keep: "running waits continue", recompute: "running waits are recalculated" };

type StepChoiceProps = { step: PreviewStep; index: number; targets: readonly JourneyNode[] };

/** One step with people on it: how many, how the new version changes it, and what happens to them. */
export function StepChoice({ step, index, targets }: StepChoiceProps) {
  const { control } = useFormContext<PlanValues>();
  const action = useController({ control, name: `steps.${index}.action` }).field;
  const target = useController({ control, name: `steps.${index}.toNodeId` });
  const moves = useWatch({ control, name: `steps.${index}.action` }) === "move";
  const timers = useWatch({ control, name: "timers" });
  const change = CHANGES[step.change];
  const options = Object.fromEntries(targets.map((node) => [node.id, labelOf(node)]));
  const error = target.fieldState.error?.message;
  return (
    <li
      className="grid gap-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_11.5rem] sm:items-center"
      data-plan-step={step.name}
    >
      <div className="flex min-w-0 items-center gap-2">
        <NodeIcon type={step.type} className="size-4 shrink-0 text-muted-foreground" />
        <div className="min-w-0">
          <p className="flex items-center gap-1.5 text-ui">
            <span className="truncate font-medium">{step.label}</span>
            {change ? <Badge variant={change.variant}>{change.word}</Badge> : null}
          </p>
          <p className="tabular text-muted-foreground text-xs">
            {peopleCount(step.people)} · version {step.versionNumber}
            {step.held > 0 ? ` · ${formatNumber(step.held)} held` : ""}
            {moves && target.field.value === step.toNodeId && step.change !== "removed"
              ? ` · ${TIMERS[timers === "suggested" ? step.timers : timers]}`
              : ""}
          </p>
        </div>
      </div>
      <div className="grid gap-1.5">
        <Pick
          label={`People at ${step.label}, version ${step.versionNumber}`}
          value={action.value}
          options={ACTION_WORDS}
          onChange={action.onChange}
          className="w-full"
        />
        {moves ? (
          <Pick
            label={`Where people at ${step.label} move to`}
            value={target.field.value}
            options={options}
            onChange={target.field.onChange}
            placeholder="Choose a step"
            className="w-full"
          />
        ) : null}
      </div>
      {moves && error ? (
        <p role="alert" className="text-destructive-ink text-xs sm:col-span-2">
          {error}
        </p>
      ) : null}
    </li>
  );
}
