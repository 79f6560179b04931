"use client";
import { ChevronLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { type Journey, type JourneyAction, useCanEdit, useJourney, useJourneyWatch } from "#data";
import { loadedOnUse, PageError } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { SourceBadge } from "../journeys/source-badge.tsx";
import { legalActions, MAIN_ACTIONS } from "../journeys/status.ts";
import { StatusBadge } from "../journeys/status-badge.tsx";
import { JourneyMenu } from "../lifecycle/journey-menu.tsx";
import { ACTION_WORDS } from "../lifecycle/words.ts";
import { OperationsBanner } from "../operations/operations-banner.tsx";
import { JourneyName } from "./journey-name.tsx";
import { JourneyTabs } from "./journey-tabs.tsx";
import { JustPublished } from "./just-published.tsx";

const LifecycleDialog = loadedOnUse(
  async () => (await import("../lifecycle/lifecycle-dialog.tsx")).LifecycleDialog,
  ({ action }) => action !== null,
);

/** Header and tabs around everything about one journey; the body scrolls or fills what is left. */
export function JourneyFrame({ journeyId, children }: { journeyId: string; children: ReactNode }) {
  const { data: journey, error, refetch } = useJourney(journeyId);
  const building = usePathname() === `/journeys/${journeyId}`;
  if (error && !journey)
    return <PageError error={error} onRetry={refetch} back={{ href: "/journeys", label: "All journeys" }} />;
  return (
    <div className={building ? "flex h-full flex-col" : "flex min-h-full flex-col"}>
      <header className="sticky top-0 z-20 shrink-0 border-b bg-background px-3 sm:px-5">
        <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 pt-1.5">
          <Button asChild variant="ghost" size="icon-sm" className="-mr-1">
            <Link href="/journeys" aria-label="All journeys">
              <ChevronLeft />
            </Link>
          </Button>
          {journey ? <Heading journey={journey} /> : <LoadingHeading />}
        </div>
        <JourneyTabs journeyId={journeyId} />
      </header>
      <OperationsBanner journeyId={journeyId} />
      {journey ? <JustPublished journey={journey} /> : null}
      <div className={building ? "relative flex min-h-0 flex-1 flex-col" : "flex-1"}>{children}</div>
    </div>
  );
}

function Heading({ journey }: { journey: Journey }) {
  const canEdit = useCanEdit();
  useJourneyWatch(journey);
  return (
    <>
      <JourneyName journey={journey} />
      <StatusBadge journey={journey} />
      <VersionBadge journey={journey} />
      <SourceBadge source={journey.source} isLong className="hidden sm:inline-flex" />
      <div className="ml-auto flex items-center gap-1.5" data-journey-actions>
        {canEdit ? <MainAction journey={journey} /> : null}
        <JourneyMenu journey={journey} place="header" />
      </div>
    </>
  );
}

function VersionBadge({ journey }: { journey: Journey }) {
  if (!journey.publishedVersion) return null;
  return (
    <span className="hidden items-center gap-2 text-muted-foreground text-xs sm:flex">
      Version {journey.publishedVersion.number}
      {journey.hasUnpublishedChanges ? <Badge variant="default">Unpublished changes</Badge> : null}
    </span>
  );
}

/** The moves shown as buttons: the next one in the life cycle, and pausing a running journey. */
function MainAction({ journey }: { journey: Journey }) {
  const [action, setAction] = useState<JourneyAction | null>(null);
  // What changes most stands last, next to the menu: publishing behind pausing.
  const shown = legalActions(journey)
    .filter((entry) => MAIN_ACTIONS.has(entry))
    .sort((one, other) => Number(one === "publish") - Number(other === "publish"));
  return (
    <>
      {shown.map((entry) => {
        const { label, icon: Icon } = ACTION_WORDS[entry];
        return (
          <Button
            key={entry}
            variant={entry === "pause" || entry === "restore" ? "outline" : "default"}
            onClick={() => setAction(entry)}
          >
            <Icon aria-hidden />
            {label}
          </Button>
        );
      })}
      <LifecycleDialog journey={journey} action={action} onClose={() => setAction(null)} />
    </>
  );
}

function LoadingHeading() {
  return (
    <>
      <h1 className="sr-only">Journey</h1>
      <Skeleton className="h-6 w-56" />
    </>
  );
}
