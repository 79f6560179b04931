"use client";
import { UserPlus, Users, X } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { everyRow, type Person, useCanEdit, useEverySegment, usePeople } from "#data";
import { EmptyState, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { CsvButton } from "../csv/csv-button.tsx";
import { personRows } from "./bulk/person-rows.ts";
import { SelectionBar } from "./bulk/selection-bar.tsx";
import { useSelection } from "./bulk/use-selection.ts";
import { PeopleTable } from "./people-table.tsx";

const NewPersonDialog = loadedOnUse(
  async () => (await import("./new-person-dialog.tsx")).NewPersonDialog,
  ({ open }) => open,
);

const ALL = "all";

function useFilters() {
  return useQueryStates({
    page: parseAsInteger.withDefault(1),
    search: parseAsString.withDefault(""),
    segmentId: parseAsString,
    tag: parseAsString,
    new: parseAsBoolean.withDefault(false),
  });
}

export function PeoplePage() {
  const [{ page, search, segmentId, tag, new: creating }, setFilters] = useFilters();
  const canEdit = useCanEdit();
  const people = usePeople({ page, limit: 25, search, segmentId, tag });
  const rows = people.data?.data;
  const filter = { search: search || null, segmentId, tag };
  const selection = useSelection(JSON.stringify(filter));
  const add = canEdit ? (
    <>
      <Button variant="outline" asChild>
        <Link href="/people/import">Import a list…</Link>
      </Button>
      <Button onClick={() => setFilters({ new: true })}>
        <UserPlus aria-hidden /> Add person
      </Button>
    </>
  ) : null;
  return (
    <Page title="People" description="Everyone your sites and backends have sent to Sojourn." actions={add}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search by name, email or id"
          value={search}
          onSearch={(text) => setFilters({ search: text || null, page: null })}
          className="sm:w-72"
        />
        <SegmentFilter value={segmentId} onChange={(next) => setFilters({ segmentId: next, page: null })} />
        {tag ? (
          <Button
            variant="secondary"
            onClick={() => setFilters({ tag: null, page: null })}
            aria-label={`Tag ${tag}: clear`}
          >
            Tag: {tag} <X aria-hidden />
          </Button>
        ) : null}
        <CsvButton
          name="people"
          rows={async () => personRows(await everyRow<Person>("/api/people", filter))}
          disabled={!rows || rows.length === 0}
        />
      </div>
      {canEdit ? (
        <SelectionBar
          selection={selection}
          filter={filter}
          total={people.data?.meta.total ?? 0}
          isAbout={people.data?.meta.isAbout === true}
        />
      ) : null}
      {people.error ? <PageError error={people.error} onRetry={people.refetch} /> : null}
      {!rows && !people.error ? <Skeleton className="h-80" /> : null}
      {rows && rows.length > 0 ? (
        <PeopleTable
          people={rows}
          {...(canEdit ? { selection } : {})}
          onTag={(next) => setFilters({ tag: next, page: null })}
        />
      ) : null}
      {rows?.length === 0 ? <Nobody filtered={Boolean(search || segmentId || tag)} add={add} /> : null}
      <Pager meta={people.data?.meta} noun={["person", "people"]} onPage={(next) => setFilters({ page: next })} />
      <NewPersonDialog open={creating} onOpenChange={(open) => setFilters({ new: open || null })} />
    </Page>
  );
}

function Nobody({ filtered, add }: { filtered: boolean; add: React.ReactNode }) {
  if (filtered)
    return <EmptyState icon={Users} title="Nobody found" text="Try another name, email or id, or another segment." />;
  return (
    <EmptyState
      icon={Users}
      title="No people yet"
      text="People appear with their first event. Settings shows the call that sends it."
      action={add}
    />
  );
}

function SegmentFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const segments = useEverySegment().data?.data ?? [];
  return (
    <Select value={value ?? ALL} onValueChange={(next) => onChange(next === ALL ? null : next)}>
      <SelectTrigger aria-label="Segment" className="w-48">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>All segments</SelectItem>
        {segments.map((segment) => (
          <SelectItem key={segment.id} value={segment.id}>
            {segment.name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
