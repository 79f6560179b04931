"use client";

import { CircleAlert, CircleCheck, TriangleAlert, X } from "lucide-react";
import type { MouseEvent } from "react";
import type { Problem } from "#journey";
import { Button } from "#ui/button";
import { useStepMenu } from "../palette/step-menu-context.tsx";
import { useActions, useEditor } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** All problems of the journey; each line opens the step and field. */
export function ProblemsPanel({ onClose }: { onClose: () => void }) {
  const problems = useEditor((state) => state.problems);
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  return (
    <section
      aria-label="Problems"
      className="absolute right-3 bottom-3 z-10 flex max-h-[min(24rem,60%)] w-96 max-w-[calc(100%-1.5rem)] flex-col overflow-hidden rounded-xl border bg-card shadow-floating"
    >
      <header className="flex items-center justify-between border-b py-1.5 pr-1.5 pl-3.5">
        <h2 className="font-medium text-ui">{headline(errors.length, warnings.length)}</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Close problems" onClick={onClose}>
          <X />
        </Button>
      </header>
      {problems.length === 0 ? (
        <p className="flex items-center gap-2 p-3.5 text-muted-foreground text-ui">
          <CircleCheck className="size-4 text-success" aria-hidden /> Nothing is wrong. This journey can be published.
        </p>
      ) : (
        <ul className="overflow-y-auto p-1.5">
          {[...errors, ...warnings].map((problem) => (
            <ProblemLine
              key={`${problem.code}${problem.nodeId}${problem.edgeId}${problem.field}${problem.message}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function headline(errors: number, warnings: number): string {
  const parts = [
    errors > 0 ? `${errors} to solve before publishing` : "",
    warnings > 0 ? `${warnings} ${warnings === 1 ? "warning" : "warnings"}` : "",
  ].filter(Boolean);
  return parts.join(", ") || "No problems";
}

function ProblemLine({ problem }: { problem: Problem }) {
  const { jumpTo } = useActions();
  const { openSettings } = useJourneyInfo();
  const Icon = problem.severity === "error" ? CircleAlert : TriangleAlert;
  const openMenu = useStepMenu();
  const lead = ({ clientX: x, clientY: y }: MouseEvent) => {
    if (problem.nodeId !== null || problem.edgeId !== null) jumpTo(problem);
    else if (problem.code === "no_trigger") openMenu({ x, y }, { kind: "free" });
    else openSettings(problem.field);
  };
  return (
    <li>
      <button
        type="button"
        onClick={lead}
        className="flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left text-ui hover:bg-accent"
      >
        <Icon
          className={`mt-0.5 size-4 shrink-0 ${problem.severity === "error" ? "text-destructive" : "text-warning"}`}
          aria-hidden
        />
        <span>{problem.message}</span>
      </button>
    </li>
  );
}
