"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { type Migration, type PreviewStep, usePublishPreview } from "#data";
import { firstPlan, migrationOf, PlanValues } from "./plan.ts";

const ORDER = { removed: 0, changed: 1, same: 2 } as const;

/**
 * The plan's form, filled from the first preview, and the preview of the plan while it changes.
 * The list of steps is fixed when the dialog opens, so that it does not change during a choice.
 */
export function usePlan(journeyId: string, versionId?: string) {
  const [asked, setAsked] = useState<Migration | null>(null);
  const [first, setFirst] = useState<readonly PreviewStep[] | null>(null);
  const preview = usePublishPreview(journeyId, asked, versionId);
  const form = useForm<PlanValues>({
    resolver: zodResolver(PlanValues),
    mode: "onChange",
    defaultValues: { steps: [], timers: "suggested", perMinute: "" },
  });
  const { data } = preview;
  useEffect(() => {
    if (first || !data) return;
    const steps = data.steps.filter(({ people }) => people > 0).sort((a, b) => ORDER[a.change] - ORDER[b.change]);
    form.reset(firstPlan(steps));
    setFirst(steps);
  }, [first, data, form]);
  useEffect(() => {
    const watching = form.watch(() => setAsked(withoutRate(migrationOf(form.getValues()))));
    return () => watching.unsubscribe();
  }, [form]);
  return { form, preview, steps: first, counted: data?.steps ?? first ?? [] };
}

/** The rate does not affect the preview, so typing it sends no request. */
function withoutRate(migration: Migration | null): Migration | null {
  if (!migration) return null;
  const { perMinute: _rate, ...rest } = migration;
  return rest;
}
