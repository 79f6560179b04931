"use client";
import { EyeOff, OctagonX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { type EnrollmentDetail, personHint, personLabel, useCanEdit, useEnrollment, useJourney } from "#data";
import { BackLink, Moment, PageError } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { exitWords } from "#words";
import { EnrollmentBadge } from "../enrollments/status.tsx";
import { ExplainEnrollment } from "../explain/explain-enrollment.tsx";
import { EndEnrollment } from "./end-enrollment.tsx";
import { RetryEnrollment } from "./retry-enrollment.tsx";
import { stepsOf } from "./steps.ts";
import { Timeline } from "./timeline.tsx";

/** One enrollment of one person: every transition with its reason, the deliveries, and the current step. */
export function EnrollmentPage({ journeyId, enrollmentId }: { journeyId: string; enrollmentId: string }) {
  const { data: enrollment, error, refetch } = useEnrollment(journeyId, enrollmentId);
  const journey = useJourney(journeyId).data;
  if (error && !enrollment) {
    const back = { href: `/journeys/${journeyId}/enrollments`, label: "All enrollments" };
    return <PageError error={error} onRetry={refetch} back={back} isPage={false} />;
  }
  const steps = enrollment && journey ? stepsOf(enrollment, journey.nodes) : null;
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6 px-4 py-5 sm:px-6">
      <div className="grid gap-2">
        <BackLink href={`/journeys/${journeyId}/enrollments`}>All enrollments</BackLink>
        {enrollment ? <Heading enrollment={enrollment} /> : <Skeleton className="h-14" />}
      </div>
      {enrollment && steps ? (
        <>
          <ExplainEnrollment enrollment={enrollment} steps={steps} />
          <Timeline steps={steps} />
        </>
      ) : (
        <Skeleton className="h-96" />
      )}
    </div>
  );
}

function Heading({ enrollment }: { enrollment: EnrollmentDetail }) {
  const { endUser, status, exitReason, versionNumber, enrolledAt, endedAt } = enrollment;
  const hint = personHint(endUser);
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold text-lg">
          <Link href={`/people/${endUser.id}`} className="truncate rounded-sm underline-offset-4 hover:underline">
            {personLabel(endUser)}
          </Link>
          <EnrollmentBadge status={status} />
        </h2>
        <p className="text-muted-foreground text-ui">
          {hint ? `${hint} · ` : ""}entered <Moment at={enrolledAt} />
          {versionNumber ? ` · version ${versionNumber}` : ""}
        </p>
        {exitReason ? (
          <p className="text-muted-foreground text-ui">
            Ended{endedAt ? " " : ""}
            {endedAt ? <Moment at={endedAt} /> : null}: {exitWords(exitReason)}
          </p>
        ) : null}
      </div>
      <Actions enrollment={enrollment} />
    </div>
  );
}

function Actions({ enrollment }: { enrollment: EnrollmentDetail }) {
  const [asking, setAsking] = useState(false);
  const canEdit = useCanEdit();
  if (!canEdit || enrollment.status === "ARCHIVED") return null;
  const running = enrollment.status === "ACTIVE";
  return (
    <div className="flex flex-wrap gap-2">
      {enrollment.status === "FAILED" ? <RetryEnrollment enrollment={enrollment} /> : null}
      <Button variant="outline" onClick={() => setAsking(true)}>
        {running ? <OctagonX aria-hidden /> : <EyeOff aria-hidden />}
        {running ? "Stop" : "Hide from list"}
      </Button>
      <EndEnrollment enrollment={enrollment} open={asking} onOpenChange={setAsking} />
    </div>
  );
}
