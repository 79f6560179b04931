"use client";
import { RotateCcw, SkipForward } from "lucide-react";
import { type EnrollmentDetail, personLabel, problemMessage, useRetryEnrollment } from "#data";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";

/** Retries a failed enrollment, or continues after the failed step. */
export function RetryEnrollment({ enrollment }: { enrollment: EnrollmentDetail }) {
  const retry = useRetryEnrollment(enrollment.journeyId, enrollment.id);
  const name = personLabel(enrollment.endUser);
  const go = (skip: boolean) =>
    retry.mutate(skip ? { skip } : {}, {
      onSuccess: () => toast.success(skip ? `${name} continues after the step.` : `${name} retries the step.`),
      onError: (error) => toast.error(problemMessage(error)),
    });
  const busy = (skip: boolean) => retry.isPending && Boolean(retry.variables.skip) === skip;
  return (
    <>
      <Button busy={busy(false)} disabled={retry.isPending} onClick={() => go(false)} title="Retry the failed step">
        <RotateCcw aria-hidden /> Retry
      </Button>
      <Button
        variant="outline"
        busy={busy(true)}
        disabled={retry.isPending}
        onClick={() => go(true)}
        title="Continue after the failed step"
      >
        <SkipForward aria-hidden /> Skip
      </Button>
    </>
  );
}
