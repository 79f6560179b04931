"use client";
import { GitCommitVertical } from "lucide-react";
import { useState } from "react";
import { type JourneyVersion, useCanEdit, useJourney, useMembers, useVersions } from "#data";
import { EmptyState, PageError } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { CompareSection } from "./compare-section.tsx";
import { LabelDialog } from "./label-dialog.tsx";
import { RollBackDialog } from "./roll-back-dialog.tsx";
import { VersionsTable } from "./versions-table.tsx";

/** The published versions: when and by whom, how many people are on each, differences, and rollback. */
export function VersionsPage({ journeyId }: { journeyId: string }) {
  const versions = useVersions(journeyId);
  const journey = useJourney(journeyId).data;
  const members = useMembers().data ?? [];
  const canEdit = useCanEdit();
  const [labelled, setLabelled] = useState<JourneyVersion | null>(null);
  const [goingBack, setGoingBack] = useState<JourneyVersion | null>(null);
  const list = versions.data;
  const latest = Math.max(0, ...(list ?? []).map(({ number }) => number));
  const canGoBack = canEdit && (journey?.status === "PUBLISHED" || journey?.status === "PAUSED");
  if (versions.error && !list) return <PageError error={versions.error} onRetry={versions.refetch} />;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-6 px-4 py-5 sm:px-6">
      <div>
        <h2 className="font-semibold text-base">Versions</h2>
        <p className="text-muted-foreground text-ui">
          Publishing freezes the draft as a version. People stay on the version they entered unless a migration moves
          them.
        </p>
      </div>
      {!list ? <Skeleton className="h-40" /> : null}
      {list?.length === 0 ? (
        <EmptyState icon={GitCommitVertical} title="Nothing published yet" text="The first publish makes version 1." />
      ) : null}
      {list && list.length > 0 ? (
        <>
          <VersionsTable
            journeyId={journeyId}
            versions={list}
            members={members}
            {...(canGoBack ? { onRollBack: setGoingBack } : {})}
            {...(canEdit ? { onLabel: setLabelled } : {})}
          />
          <CompareSection journeyId={journeyId} versions={list} />
        </>
      ) : null}
      <LabelDialog journeyId={journeyId} version={labelled} onClose={() => setLabelled(null)} />
      {journey ? (
        <RollBackDialog journey={journey} version={goingBack} latest={latest} onClose={() => setGoingBack(null)} />
      ) : null}
    </div>
  );
}
