"use client";
import { UsersRound, X } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Enrollment, everyRow, useEnrollments, useStats, useStepLabels } from "#data";
import { EmptyState, PageError, Pager } from "#shell";
import { Button } from "#ui/button";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { ENROLLMENT_STATUS_WORDS } from "#words";
import { CsvButton } from "../csv/csv-button.tsx";
import { PersonPicker } from "../people/person-picker.tsx";
import { EnrollmentsTable } from "./enrollments-table.tsx";
import { VersionFilter } from "./version-filter.tsx";

const STATUSES = ["ACTIVE", "COMPLETED", "STOPPED", "FAILED", "ARCHIVED"] as const;
const ALL = "all";

function useFilters() {
  return useQueryStates({
    page: parseAsInteger.withDefault(1),
    status: parseAsStringLiteral(STATUSES),
    nodeId: parseAsString,
    personId: parseAsString,
    version: parseAsInteger,
  });
}

export function EnrollmentList({ journeyId }: { journeyId: string }) {
  const [filters, setFilters] = useFilters();
  const { status, nodeId, personId, version } = filters;
  const enrollments = useEnrollments(journeyId, { ...filters, limit: 25 });
  const filtered = Boolean(status || nodeId || personId || version);
  const rows = enrollments.data?.data;
  return (
    <section id="list" aria-label="List of enrollments" className="grid scroll-mt-28 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          value={status ?? ALL}
          onValueChange={(next) => setFilters({ status: STATUSES.find((entry) => entry === next) ?? null, page: null })}
        >
          <SelectTrigger aria-label="Status" className="w-40">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={ALL}>All statuses</SelectItem>
            {STATUSES.map((entry) => (
              <SelectItem key={entry} value={entry}>
                {ENROLLMENT_STATUS_WORDS[entry]}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        <NodeFilter
          journeyId={journeyId}
          value={nodeId}
          onChange={(next) => setFilters({ nodeId: next, page: null })}
        />
        <VersionFilter
          journeyId={journeyId}
          value={version}
          onChange={(next) => setFilters({ version: next, page: null })}
        />
        <PersonPicker label="Person" value={personId} onChange={(next) => setFilters({ personId: next, page: null })} />
        <CsvButton
          name="enrollments"
          rows={async () =>
            (await everyRow<Enrollment>(`/api/journeys/${journeyId}/enrollments`, { ...filters, page: null })).map(
              csvRow,
            )
          }
          disabled={!rows || rows.length === 0}
        />
        {filtered ? (
          <Button
            variant="ghost"
            onClick={() => setFilters({ status: null, nodeId: null, personId: null, version: null, page: null })}
          >
            <X aria-hidden /> Clear
          </Button>
        ) : null}
      </div>
      {enrollments.error ? <PageError error={enrollments.error} onRetry={enrollments.refetch} /> : null}
      {!rows && !enrollments.error ? <Skeleton className="h-64" /> : null}
      {rows && rows.length > 0 ? <EnrollmentsTable journeyId={journeyId} enrollments={rows} /> : null}
      {rows?.length === 0 ? <Nobody filtered={filtered} /> : null}
      <Pager
        meta={enrollments.data?.meta}
        noun={["enrollment", "enrollments"]}
        onPage={(page) => setFilters({ page })}
      />
    </section>
  );
}

/** An enrollment as a row of a file, its person in columns of their own. */
function csvRow({ endUser, ...enrollment }: Enrollment): Record<string, unknown> {
  const { externalId, anonymousId, traits } = endUser;
  return { ...enrollment, userId: externalId, anonymousId, email: traits.email };
}

function Nobody({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState icon={UsersRound} title="No enrollment matches" text="Try other filters." />;
  return (
    <EmptyState
      icon={UsersRound}
      title="Nobody has entered yet"
      text="Publish the journey; people enter when they meet its triggers. You can also enroll them by hand."
    />
  );
}

function NodeFilter({
  journeyId,
  value,
  onChange,
}: {
  journeyId: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const nodes = useStats(journeyId).data?.nodes ?? [];
  const labelOf = useStepLabels(journeyId);
  return (
    <Select value={value ?? ALL} onValueChange={(next) => onChange(next === ALL ? null : next)}>
      <SelectTrigger aria-label="Step" className="w-48">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>All steps</SelectItem>
        {nodes.map((node) => (
          <SelectItem key={node.nodeId} value={node.nodeId}>
            {labelOf(node)}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
