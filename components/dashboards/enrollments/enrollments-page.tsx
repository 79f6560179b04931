"use client";
import { RotateCcw, UserPlus } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import {
  type JourneyStatus,
  type LiveState,
  useCanEdit,
  useJourney,
  useLabelledStats,
  useLive,
  useStats,
  useVersions,
} from "#data";
import { LiveSign, loadedOnUse, PageError, useTimezone } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { NearMissesCard } from "../explain/near-misses-card.tsx";
import { FunnelCard } from "../flow/funnel-card.tsx";
import { PathsCard } from "../flow/paths-card.tsx";
import { VersionsCard } from "../flow/versions-card.tsx";
import { SavedViewsMenu } from "../saved-views/saved-views-menu.tsx";
import { HoldoutCard } from "../splits/holdout-card.tsx";
import { SplitCards } from "../splits/split-cards.tsx";
import { StepTimesCard } from "../step-times/step-times-card.tsx";
import { DailyOutcomesCard } from "./daily-outcomes-card.tsx";
import { EnrollmentList } from "./enrollment-list.tsx";
import { KpiTiles } from "./kpi-tiles.tsx";
import { MessageTable } from "./message-table.tsx";
import { NodeTable } from "./node-table.tsx";
import { VersionFilter } from "./version-filter.tsx";

const EnrollDialog = loadedOnUse(
  async () => (await import("./enroll-dialog.tsx")).EnrollDialog,
  ({ open }) => open,
);
const RetryFailedDialog = loadedOnUse(
  async () => (await import("./retry-failed-dialog.tsx")).RetryFailedDialog,
  ({ open }) => open,
);

/** The numbers of one journey, live, and the enrollments behind every one of them. */
export function EnrollmentsPage({ journeyId }: { journeyId: string }) {
  const [version, setVersion] = useVersionChoice(journeyId);
  const stats = useStats(journeyId, version);
  const journey = useJourney(journeyId).data;
  const { state } = useLive(journeyId, version);
  const canEdit = useCanEdit();
  const [enrolling, setEnrolling] = useState(false);
  const [retrying, setRetrying] = useState(false);
  const labelled = useLabelledStats(journeyId, stats.data);
  const failed = stats.data?.totals.failed ?? 0;
  // A draft without enrollments has no numbers; a chart of zeros would suggest that there are some.
  const hasNumbers = journey?.status !== "DRAFT" || (stats.data?.totals.enrolled ?? 0) > 0;
  const canEnroll = canEdit && journey?.status === "PUBLISHED";
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-5 px-4 py-5 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="font-semibold text-base">Enrollments</h2>
          <Freshness status={journey?.status} state={state} />
        </div>
        <div className="flex flex-wrap gap-2">
          <VersionFilter journeyId={journeyId} value={version} onChange={setVersion} />
          <SavedViewsMenu />
          {canEdit && failed > 0 && version === null ? (
            <Button variant="outline" onClick={() => setRetrying(true)}>
              <RotateCcw aria-hidden /> Retry all failed…
            </Button>
          ) : null}
          {canEnroll ? (
            <Button variant="outline" onClick={() => setEnrolling(true)}>
              <UserPlus aria-hidden /> Enroll people…
            </Button>
          ) : null}
        </div>
      </div>
      {stats.error ? <PageError error={stats.error} onRetry={stats.refetch} /> : null}
      {stats.data && labelled && hasNumbers ? (
        <>
          <KpiTiles
            totals={stats.data.totals}
            hasGoal={journey ? Boolean(journey.goalConfig) : true}
            currency={stats.data.currency}
          />
          <DailyOutcomesCard journeyId={journeyId} />
          <FunnelCard stats={labelled} hasGoal={journey ? Boolean(journey.goalConfig) : true} />
          <PathsCard stats={labelled} />
          <SplitCards journeyId={journeyId} />
          <HoldoutCard journeyId={journeyId} />
          <NodeTable journeyId={journeyId} stats={stats.data} />
          <StepTimesCard journeyId={journeyId} stats={labelled} canEdit={canEdit} />
          <MessageTable journeyId={journeyId} version={stats.data.version} stats={stats.data} />
          <VersionsCard journeyId={journeyId} />
          <NearMissesCard journeyId={journeyId} />
          <RetryFailedDialog journeyId={journeyId} stats={stats.data} open={retrying} onOpenChange={setRetrying} />
        </>
      ) : stats.error || stats.data ? null : (
        <Skeleton className="h-96" />
      )}
      <EnrollmentList journeyId={journeyId} />
      <EnrollDialog journeyId={journeyId} open={enrolling} onOpenChange={setEnrolling} />
    </div>
  );
}

/** The version that tiles, funnel, paths, steps, messages and the list are of; null = all together, as for one that is unknown. */
function useVersionChoice(journeyId: string): [number | null, (version: number | null) => void] {
  const [asked, setAsked] = useQueryState("version", parseAsInteger);
  const isKnown = useVersions(journeyId).data?.some(({ number }) => number === asked) ?? false;
  return [isKnown ? asked : null, (next) => void setAsked(next)];
}

function Freshness({ status, state }: { status: JourneyStatus | undefined; state: LiveState }) {
  const timezone = useTimezone();
  return (
    <p className="text-muted-foreground text-xs">
      <LiveSign status={status} state={state} />
      {timezone ? ` · days and times in ${timezone}` : ""} · counts are of enrollments: one person may have several
    </p>
  );
}
