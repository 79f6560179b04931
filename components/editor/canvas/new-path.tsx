"use client";

import { Plus } from "lucide-react";
import type { MouseEvent } from "react";
import { dividesPeople } from "#journey";
import { cn } from "#ui/cn";
import { SPLIT_EXIT } from "../document/exits.ts";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import type { StepData } from "./to-flow.ts";

/**
 * A split may always have one more path; the handle of its paths has edges already. It stands beside the card, not in it:
 * a button may not hold another one.
 */
export function NewPath({ data }: { data: StepData }) {
  const { step, exits, direction, mode } = data;

  const openMenu = useStepMenu();
  if (mode !== "build" || !dividesPeople(step) || exits.some((exit) => exit.open)) return null;
  const add = (event: MouseEvent) => {
    event.stopPropagation();
    openMenu({ x: event.clientX, y: event.clientY }, { kind: "exit", source: step.id, exit: SPLIT_EXIT });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      title="New path: click to add a step on it"
      data-new-path={step.id}
      onClick={add}
      className={cn("step-exit-plus is-new-path nodrag nopan", direction === "right" && "is-right")}
    >
      <Plus aria-hidden /> <em>New path</em>
    </button>
  );
}
