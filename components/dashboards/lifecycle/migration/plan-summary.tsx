"use client";
import { useFormContext } from "react-hook-form";
import type { PreviewStep } from "#data";
import { consequence, headCount, leftBehind, type PlanValues, paceOf } from "./plan.ts";

/** The effect of the plan in words; announced again when it changes. */
export function PlanSummary({ steps, version }: { steps: readonly PreviewStep[]; version: number }) {
  const plan = useFormContext<PlanValues>().watch();
  const count = headCount(plan, steps);
  const behind = leftBehind(plan, steps, version);
  const pace = paceOf(count, plan.perMinute);
  return (
    <div aria-live="polite" className="grid gap-1 rounded-md bg-primary-soft px-3 py-2 text-primary-ink text-ui">
      <p>{consequence(count, version)}</p>
      {behind ? <p className="font-medium">{behind}</p> : null}
      {pace ? <p>{pace}</p> : null}
    </div>
  );
}
