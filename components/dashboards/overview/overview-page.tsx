"use client";
import { LayoutDashboard } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsNumberLiteral, parseAsStringLiteral, useQueryStates } from "nuqs";
import { everyRow, type OverviewJourney, useOverview } from "#data";
import { EmptyState, Page, PageError, Pager } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { CsvButton } from "../csv/csv-button.tsx";
import { SavedViewsMenu } from "../saved-views/saved-views-menu.tsx";
import { csvRowOf, OVERVIEW_COLUMNS, type OverviewSort } from "./columns.ts";
import { OverviewTable } from "./overview-table.tsx";
import { OverviewTiles } from "./overview-tiles.tsx";

const RANGES = [7, 30, 90] as const;
const SORTS = ["name", ...OVERVIEW_COLUMNS.map(({ sort }) => sort)] as const;

function useFilters() {
  return useQueryStates({
    page: parseAsInteger.withDefault(1),
    sort: parseAsStringLiteral(SORTS).withDefault("active"),
    order: parseAsStringLiteral(["asc", "desc"]),
    days: parseAsNumberLiteral(RANGES).withDefault(30),
    archived: parseAsBoolean.withDefault(false),
  });
}

/** All journeys of the workspace side by side. */
export function OverviewPage() {
  const [filters, setFilters] = useFilters();
  const { page, sort, order, days, archived } = filters;
  const overview = useOverview({ page, limit: 25, sort, order, archived });
  const { data, error, refetch } = overview;
  const choose = (next: OverviewSort) => {
    const isSame = next === sort;
    const usual = next === "name" ? "asc" : "desc";
    const opposite = usual === "asc" ? "desc" : "asc";
    void setFilters({ sort: next, order: isSame && order !== opposite ? opposite : null, page: null });
  };
  return (
    <Page
      title="Overview"
      description="All journeys side by side. Counts are of enrollments since a journey was created."
      actions={<SavedViewsMenu />}
      wide
    >
      {error && !data ? <PageError error={error} onRetry={refetch} /> : null}
      {!data && !error ? <Skeleton className="h-96" /> : null}
      {data ? <OverviewTiles overview={data} /> : null}
      {data?.data.length === 0 ? (
        <EmptyState
          icon={LayoutDashboard}
          title="No journeys yet"
          text="Their numbers are compared here as soon as there are some. Create a journey on the page Journeys."
        />
      ) : null}
      {data && data.data.length > 0 ? (
        <section aria-label="Journeys" className="grid grid-cols-1 gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <RangeChoice days={days} onChange={(next) => void setFilters({ days: next })} />
            <span className="flex items-center gap-2">
              <ArchivedChoice
                archived={archived}
                onChange={(next) => void setFilters({ archived: next, page: null })}
              />
              <CsvButton
                name="overview"
                rows={async () =>
                  (await everyRow<OverviewJourney>("/api/overview", { sort, order, archived })).map(csvRowOf)
                }
              />
            </span>
          </div>
          <OverviewTable overview={data} sort={sort} order={order} days={days} onSort={choose} />
        </section>
      ) : null}
      <Pager meta={data?.meta} noun={["journey", "journeys"]} onPage={(next) => void setFilters({ page: next })} />
    </Page>
  );
}

type Days = (typeof RANGES)[number];

function RangeChoice({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  return (
    <ToggleGroup
      type="single"
      aria-label="Days of the lines"
      value={String(days)}
      onValueChange={(value) => onChange(RANGES.find((range) => String(range) === value) ?? days)}
    >
      {RANGES.map((range) => (
        <ToggleGroupItem key={range} value={String(range)}>
          {range} days
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}

function ArchivedChoice({ archived, onChange }: { archived: boolean; onChange: (archived: boolean) => void }) {
  return (
    <ToggleGroup
      type="single"
      aria-label="Archived journeys"
      value={archived ? "with" : "without"}
      onValueChange={(value) => value && onChange(value === "with")}
    >
      <ToggleGroupItem value="without">In use</ToggleGroupItem>
      <ToggleGroupItem value="with">With archived</ToggleGroupItem>
    </ToggleGroup>
  );
}
