"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useCanEdit, useJourney, useLive, useStats } from "#data";
import { PageError, useTimezone } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { EnrollDialog } from "./enroll-dialog.tsx";
import { EnrollmentList } from "./enrollment-list.tsx";
import { KpiTiles } from "./kpi-tiles.tsx";
import { NodeTable } from "./node-table.tsx";
import { TripsCard } from "./trips-card.tsx";

/** The numbers of one journey, live, and the enrollments behind every one of them. */
export function EnrollmentsPage({ journeyId }: { journeyId: string }) {
  const stats = useStats(journeyId);
  const journey = useJourney(journeyId).data;
  const { connected } = useLive(journeyId);
  const canEdit = useCanEdit();
  const [enrolling, setEnrolling] = useState(false);
  const canEnroll = canEdit && journey?.status === "PUBLISHED";
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-5 px-4 py-5 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="font-semibold text-base">Enrollments</h2>
          <Freshness connected={connected} />
        </div>
        {canEnroll ? (
          <Button variant="outline" onClick={() => setEnrolling(true)}>
            <UserPlus aria-hidden /> Enroll people…
          </Button>
        ) : null}
      </div>
      {stats.error ? <PageError error={stats.error} onRetry={stats.refetch} /> : null}
      {stats.data ? (
        <>
          <KpiTiles totals={stats.data.totals} hasGoal={journey ? Boolean(journey.goalConfig) : true} />
          <TripsCard journeyId={journeyId} />
          <NodeTable stats={stats.data} />
        </>
      ) : stats.error ? null : (
        <Skeleton className="h-96" />
      )}
      <EnrollmentList journeyId={journeyId} />
      <EnrollDialog journeyId={journeyId} open={enrolling} onOpenChange={setEnrolling} />
    </div>
  );
}

function Freshness({ connected }: { connected: boolean }) {
  const timezone = useTimezone();
  return (
    <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
      <span aria-hidden className={connected ? "size-1.5 rounded-full bg-success" : "size-1.5 rounded-full bg-input"} />
      {connected ? "Live" : "Connecting…"}
      {timezone ? ` · days and times in ${timezone}` : ""} · counts are of trips: one person may take several
    </p>
  );
}
