"use client";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { PreviewStep } from "#data";
import type { JourneyNode } from "#journey";
import { countOf, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { PaceFields } from "./pace-fields.tsx";
import { allOf, type PlanValues } from "./plan.ts";
import { StepChoice } from "./step-choice.tsx";

type MigrationPlanProps = { steps: readonly PreviewStep[]; targets: readonly JourneyNode[]; version: number };

/** The migration of the people inside, step by step: changed and removed steps first, the others on demand. */
export function MigrationPlan({ steps, targets, version }: MigrationPlanProps) {
  const { watch, getValues, setValue } = useFormContext<PlanValues>();
  const [isWhole, setWhole] = useState(false);
  const touched = steps.filter(({ change }) => change !== "same").length;
  const rest = steps.length - touched;
  const anybodyMoves = watch("steps").some(({ action }) => action === "move");
  const all = (action: "stay" | "move") =>
    setValue("steps", allOf(action, getValues(), steps), { shouldDirty: true, shouldValidate: true });
  return (
    <section aria-labelledby="plan-title" className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="plan-title" className="font-medium text-ui">
          People inside
        </h3>
        <div className="flex gap-1.5">
          <Button variant="outline" size="sm" onClick={() => all("stay")}>
            All stay
          </Button>
          <Button variant="outline" size="sm" onClick={() => all("move")}>
            All move to version {version}
          </Button>
        </div>
      </div>
      <ul className="max-h-72 divide-y overflow-y-auto rounded-lg border">
        {steps.map((step, index) =>
          isWhole || step.change !== "same" || touched === 0 ? (
            <StepChoice key={`${step.versionId}${step.nodeId}`} step={step} index={index} targets={targets} />
          ) : null,
        )}
      </ul>
      {rest > 0 && touched > 0 ? (
        <Button variant="link" size="sm" className="w-fit" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Hide" : "Show"} {countOf(rest, "step")} that did not change (
          {peopleCount(steps.filter(({ change }) => change === "same").reduce((sum, { people }) => sum + people, 0))})
        </Button>
      ) : null}
      {anybodyMoves ? <PaceFields /> : null}
    </section>
  );
}
