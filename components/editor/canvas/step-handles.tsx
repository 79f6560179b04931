"use client";

import { Handle, Position as Side } from "@xyflow/react";
import { Plus } from "lucide-react";
import type { MouseEvent } from "react";
import { isEntry } from "#journey";
import { cn } from "#ui/cn";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { ENTRY_HANDLE, LOST_HANDLE, type StepData, type StepExit } from "./to-flow.ts";

/** Where edges come in and go out. An exit without an edge is a "+": drag it to a step, or click it to add one. */
export function StepHandles({ data }: { data: StepData }) {
  const { step, exits, direction, mode } = data;
  const down = direction === "down";
  const isBuild = mode === "build";
  const after = down ? Side.Bottom : Side.Right;
  return (
    <>
      <Handle
        type="target"
        id={ENTRY_HANDLE}
        position={down ? Side.Top : Side.Left}
        isConnectable={isBuild && !isEntry(step)}
        className={cn("step-entry", isEntry(step) && "is-hidden")}
      />
      <Handle type="source" id={LOST_HANDLE} position={after} isConnectable={false} className="is-hidden" />
      {exits.map((exit, index) => (
        <ExitHandle
          key={exit.key}
          stepId={step.id}
          exit={exit}
          isBuild={isBuild}
          isNamed={exits.length > 1}
          isLower={exits.length > 2 && index % 2 === 1}
          side={after}
          share={(index + 1) / (exits.length + 1)}
        />
      ))}
    </>
  );
}

type ExitHandleProps = {
  stepId: string;
  exit: StepExit;
  isBuild: boolean;
  isNamed: boolean;
  /** Names of neighbouring exits would cover each other in one row. */
  isLower: boolean;
  side: Side;
  share: number;
};

function ExitHandle({ stepId, exit, isBuild, isNamed, isLower, side, share }: ExitHandleProps) {
  const openMenu = useStepMenu();
  const place = side === Side.Bottom ? { left: `${share * 100}%` } : { top: `${share * 100}%` };
  const add = (event: MouseEvent) =>
    openMenu({ x: event.clientX, y: event.clientY }, { kind: "exit", source: stepId, exit: exit.key });
  return (
    <Handle
      type="source"
      id={exit.key}
      position={side}
      isConnectable={isBuild}
      style={place}
      onClick={isBuild ? add : undefined}
      title={isBuild ? `${exit.label}: drag to a step, or click to add one` : exit.label}
      data-exit={exit.key}
      className={cn(
        "step-exit",
        side === Side.Right && "is-right",
        isLower && "is-lower",
        exit.open && isBuild && "is-open",
      )}
    >
      {exit.open && isBuild ? (
        <span className="step-exit-plus" aria-hidden>
          <Plus aria-hidden />
          {isNamed ? <em>{exit.label}</em> : null}
        </span>
      ) : null}
    </Handle>
  );
}
