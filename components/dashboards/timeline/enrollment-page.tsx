"use client";
import { EyeOff, OctagonX } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { type EnrollmentDetail, personHint, personLabel, useCanEdit, useEnrollment, useJourney } from "#data";
import { BackLink, ClockProvider, Moment, PageError, useTimezone } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { exitWords } from "#words";
import { EnrollmentBadge } from "../enrollments/status.tsx";
import { ExplainEnrollment } from "../explain/explain-enrollment.tsx";
import { ownZone } from "../explain/own-zone.ts";
import { EndEnrollment } from "./end-enrollment.tsx";
import { RetryEnrollment } from "./retry-enrollment.tsx";
import { stepsOf } from "./steps.ts";
import { Timeline } from "./timeline.tsx";

/** One enrollment of one person: every transition with its reason, the deliveries, and the current step. */
export function EnrollmentPage({ journeyId, enrollmentId }: { journeyId: string; enrollmentId: string }) {
  const { data: enrollment, error, refetch } = useEnrollment(journeyId, enrollmentId);
  const journey = useJourney(journeyId).data;
  const [asked, setClock] = useQueryState("clock", parseAsStringLiteral(CLOCKS).withDefault("workspace"));
  const zone = enrollment ? ownZone(enrollment.endUser.traits) : null;
  const clock = zone === null ? "workspace" : asked;
  if (error && !enrollment) {
    const back = { href: `/journeys/${journeyId}/enrollments`, label: "All enrollments" };
    return <PageError error={error} onRetry={refetch} back={back} isPage={false} />;
  }
  const steps = enrollment && journey ? stepsOf(enrollment, journey.nodes) : null;
  return (
    <ClockProvider value={clock === "person" ? zone : null}>
      <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6 px-4 py-5 sm:px-6">
        <div className="grid gap-2">
          <BackLink href={`/journeys/${journeyId}/enrollments`}>All enrollments</BackLink>
          {enrollment ? <Heading enrollment={enrollment} /> : <Skeleton className="h-14" />}
        </div>
        {enrollment && steps ? (
          <>
            <ClockChoice personZone={zone} clock={clock} onChange={(next) => void setClock(next)} />
            <ExplainEnrollment enrollment={enrollment} steps={steps} clock={clock} />
            <Timeline steps={steps} />
          </>
        ) : (
          <Skeleton className="h-96" />
        )}
      </div>
    </ClockProvider>
  );
}

const CLOCKS = ["workspace", "person"] as const;
type Clock = (typeof CLOCKS)[number];

type ClockChoiceProps = { personZone: string | null; clock: Clock; onChange: (clock: Clock) => void };

/** All times of the page are told by one clock: the workspace's, or the person's own where their zone is known. */
function ClockChoice({ personZone, clock, onChange }: ClockChoiceProps) {
  const zone = useTimezone();
  return (
    <div className="-mb-3 flex flex-wrap items-center justify-between gap-2 text-muted-foreground text-xs">
      <p>
        All times in {zone ?? "the workspace’s time zone"}
        {personZone === null ? "" : clock === "person" ? ", the person’s time zone" : ", the workspace’s time zone"}
      </p>
      {personZone === null ? null : (
        <ToggleGroup
          type="single"
          aria-label="Clock"
          value={clock}
          onValueChange={(next) => onChange(CLOCKS.find((one) => one === next) ?? clock)}
        >
          <ToggleGroupItem value="workspace">Workspace</ToggleGroupItem>
          <ToggleGroupItem value="person">Person</ToggleGroupItem>
        </ToggleGroup>
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
