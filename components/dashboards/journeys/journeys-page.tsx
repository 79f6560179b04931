"use client";
import { FileUp, Plus, Waypoints } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Journey, useCanEdit, useJourneys } from "#data";
import { EmptyState, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { JOURNEY_STATUS_WORDS } from "#words";
import { AlertsList } from "../alerts/alerts-list.tsx";
import { DowntimeQuestion } from "../alerts/gap-question.tsx";
import { StandbyNotice } from "../alerts/standby-notice.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { JourneysTable } from "./journeys-table.tsx";

const ImportDialog = loadedOnUse(
  async () => (await import("../journey-files/import-dialog.tsx")).ImportDialog,
  ({ open }) => open,
);
const NewJourneyDialog = loadedOnUse(
  async () => (await import("./new-journey-dialog.tsx")).NewJourneyDialog,
  ({ open }) => open,
);

const STATUSES = ["DRAFT", "PUBLISHED", "PAUSED", "ARCHIVED"] as const;

function useFilters() {
  return useQueryStates({
    page: parseAsInteger.withDefault(1),
    status: parseAsStringLiteral(STATUSES),
    search: parseAsString.withDefault(""),
    new: parseAsBoolean.withDefault(false),
    import: parseAsBoolean.withDefault(false),
  });
}

export function JourneysPage() {
  const [filters, setFilters] = useFilters();
  const canEdit = useCanEdit();
  const { status, search, page } = filters;
  const journeys = useJourneys({ page, limit: 20, ...(status ? { status } : {}), ...(search ? { search } : {}) });
  const filtered = status !== null || search !== "";
  const create = canEdit ? (
    <span className="flex flex-wrap gap-2">
      <Button variant="outline" onClick={() => setFilters({ import: true })}>
        <FileUp aria-hidden /> Import…
      </Button>
      <Button onClick={() => setFilters({ new: true })}>
        <Plus aria-hidden /> New journey
      </Button>
    </span>
  ) : null;
  return (
    <Page
      title="Journeys"
      description="People move through a journey step by step; every step runs exactly once."
      actions={create}
    >
      <FirstSteps />
      <DowntimeQuestion />
      <AlertsList />
      <StandbyNotice />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <StatusFilter value={status} onChange={(next) => setFilters({ status: next, page: null })} />
        <SearchInput
          label="Search journeys"
          value={search}
          onSearch={(text) => setFilters({ search: text || null, page: null })}
        />
      </div>
      {journeys.error ? (
        <PageError error={journeys.error} onRetry={journeys.refetch} />
      ) : (
        <Results journeys={journeys.data?.data} filtered={filtered} create={create} />
      )}
      <Pager meta={journeys.data?.meta} noun={["journey", "journeys"]} onPage={(next) => setFilters({ page: next })} />
      <ImportDialog open={filters.import} onOpenChange={(open) => setFilters({ import: open || null })} />
      <NewJourneyDialog open={filters.new} onOpenChange={(open) => setFilters({ new: open || null })} />
    </Page>
  );
}

function StatusFilter({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (status: (typeof STATUSES)[number] | null) => void;
}) {
  const choose = (next: string) => onChange(STATUSES.find((status) => status === next) ?? null);
  return (
    <ToggleGroup
      type="single"
      value={value ?? "all"}
      onValueChange={choose}
      aria-label="Status"
      className="max-w-full overflow-x-auto"
    >
      <ToggleGroupItem value="all">All</ToggleGroupItem>
      {STATUSES.map((status) => (
        <ToggleGroupItem key={status} value={status}>
          {JOURNEY_STATUS_WORDS[status]}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}

function Results({
  journeys,
  filtered,
  create,
}: {
  journeys: Journey[] | undefined;
  filtered: boolean;
  create: React.ReactNode;
}) {
  if (!journeys) return <Skeleton className="h-72" />;
  if (journeys.length > 0) return <JourneysTable journeys={journeys} />;
  if (filtered)
    return <EmptyState icon={Waypoints} title="No journey matches" text="Try another status or another word." />;
  return (
    <EmptyState
      icon={Waypoints}
      title="No journeys yet"
      text="A journey defines who enters, which messages they get, how long they wait and which step comes next. Start blank or from a template."
      action={create}
    />
  );
}
