"use client";
import { type EnrollmentDetail, problemMessage, useExplanation } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";
import type { TimelineStep } from "../timeline/steps.ts";
import { WaitingHere } from "../timeline/waiting-here.tsx";
import { ExplainPanel } from "./explain-panel.tsx";

type ExplainEnrollmentProps = {
  enrollment: EnrollmentDetail;
  steps: TimelineStep[];
  clock: "person" | "workspace";
};

/** Explains why this person is here, or why the enrollment ended. */
export function ExplainEnrollment({ enrollment, steps, clock }: ExplainEnrollmentProps) {
  const { data, error } = useExplanation(enrollment.journeyId, { enrollmentId: enrollment.id, clock });
  if (error && !data)
    return (
      <>
        {enrollment.status === "ACTIVE" ? <WaitingHere enrollment={enrollment} steps={steps} /> : null}
        <Notice tone="destructive">{problemMessage(error)}</Notice>
      </>
    );
  if (!data) return <Skeleton className="h-32" />;
  const title = enrollment.status === "ACTIVE" ? "Why is this person here?" : "Why did it end?";
  return (
    <ExplainPanel
      title={title}
      explanation={data}
      journeyId={enrollment.journeyId}
      personZone={null}
      isBesideTimeline
    />
  );
}
