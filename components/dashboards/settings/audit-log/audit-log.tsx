"use client";
import { ScrollText } from "lucide-react";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { type AuditEntry, everyRow, type Me, useAuditLog, useMembers } from "#data";
import { EmptyState, Notice, PageError, Pager, SearchInput } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { CsvButton } from "../../csv/csv-button.tsx";
import { FilterSelect } from "../../filter-select.tsx";
import { SUBJECT_WORDS } from "./action-words.ts";
import { AuditTable } from "./audit-table.tsx";

/** Who did what to what, from where, with the values before and after. */
export function AuditLog({ me }: { me: Me }) {
  if (me.role !== "owner") return <Notice tone="neutral">Only owners see the audit log.</Notice>;
  return <OwnersLog />;
}

function OwnersLog() {
  const [filters, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    actor: parseAsString,
    action: parseAsString,
    search: parseAsString,
  });
  const log = useAuditLog({ ...filters, limit: 25 });
  const members = useMembers().data ?? [];
  const rows = log.data?.data;
  const set = (part: Partial<typeof filters>) => setFilters({ ...part, page: null });
  const isFiltered = filters.actor !== null || filters.action !== null || filters.search !== null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search names and actions"
          value={filters.search ?? ""}
          onSearch={(text) => set({ search: text.trim() || null })}
        />
        <FilterSelect
          label="Who"
          every="Anyone"
          value={filters.actor}
          options={members.map(({ userId, email }) => ({ value: userId, label: email }))}
          onChange={(actor) => set({ actor })}
        />
        <FilterSelect
          label="What"
          every="Everything"
          value={filters.action}
          options={Object.entries(SUBJECT_WORDS).map(([value, label]) => ({ value, label }))}
          onChange={(action) => set({ action })}
        />
        <CsvButton
          name="audit log"
          rows={() => everyRow<AuditEntry>("/api/audit-log", { ...filters, page: null })}
          disabled={!rows || rows.length === 0}
        />
      </div>
      {log.error ? <PageError error={log.error} onRetry={log.refetch} /> : null}
      {!rows && !log.error ? <Skeleton className="h-80" /> : null}
      {rows && rows.length > 0 ? <AuditTable entries={rows} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title={isFiltered ? "No entry matches" : "Nothing was done yet"}
          text={
            isFiltered
              ? "Choose other filters, or search for another name."
              : "What members and keys change is listed here, with the values before and after."
          }
        />
      ) : null}
      <Pager meta={log.data?.meta} noun={["entry", "entries"]} onPage={(page) => setFilters({ page })} />
    </>
  );
}
