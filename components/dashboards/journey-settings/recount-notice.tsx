"use client";
import { useFormContext } from "react-hook-form";
import { type Journey, problemMessage, useRecount } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";
import type { SettingsValues } from "./values.ts";

const GOAL = [
  "goalType",
  "goalEvent",
  "goalMatch",
  "goalPattern",
  "goalAttribute",
  "goalOperator",
  "goalValue",
  "goalFlow",
  "goalDeadline",
  "goalWindow",
] as const;

/** Explains how a changed goal affects counted conversions, and offers to recount them. */
export function RecountNotice({ journey }: { journey: Journey }) {
  const { dirtyFields } = useFormContext<SettingsValues>().formState;
  const recount = useRecount(journey.id);
  const isChanged = GOAL.some((field) => dirtyFields[field]);
  if (!journey.publishedVersion) return null;
  if (isChanged)
    return (
      <Notice>
        After publishing, all current and past enrollments are counted by the new goal. Until that is done, the figures
        of the old goal are shown.
      </Notice>
    );
  if (!journey.goalConfig) return null;
  const start = () =>
    recount.mutate(undefined, {
      onSuccess: () => toast.success("Past conversions are being recounted."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-0 flex-1 text-muted-foreground text-xs leading-5">
        If events arrived late or traits were corrected, you can recount past conversions by this goal.
      </p>
      <Button variant="outline" size="sm" busy={recount.isPending} onClick={start}>
        Count again
      </Button>
    </div>
  );
}
