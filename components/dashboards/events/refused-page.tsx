"use client";
import { ShieldCheck } from "lucide-react";
import { parseAsInteger, useQueryStates } from "nuqs";
import { type RefusedTotals, useRefusedMessages } from "#data";
import { countOf, EmptyState, formatNumber, formatShare, Notice, PageError, Pager } from "#shell";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { RefusedList } from "./refused-list.tsx";

const PERIODS = [
  { hours: 24, label: "Last 24 hours" },
  { hours: 168, label: "Last 7 days" },
  { hours: 720, label: "Last 30 days" },
];

/** Messages that were refused or changed: clients get a success answer, so this page is where it becomes visible. */
export function RefusedPage() {
  const [{ refusedPage: page, hours }, setFilters] = useQueryStates({
    refusedPage: parseAsInteger.withDefault(1),
    hours: parseAsInteger.withDefault(168),
  });
  const refused = useRefusedMessages({ page, limit: 25, hours });
  const rows = refused.data?.data;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        {refused.data ? <Totals totals={refused.data.totals} /> : <span />}
        <Period hours={hours} onChange={(next) => setFilters({ hours: next, refusedPage: null })} />
      </div>
      {refused.error ? <PageError error={refused.error} onRetry={refused.refetch} /> : null}
      {!rows && !refused.error ? <Skeleton className="h-72" /> : null}
      {rows && rows.length > 0 ? <RefusedList rows={rows} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={ShieldCheck}
          title="Nothing was refused"
          text="All messages in this period were stored unchanged. Messages that cannot be stored are listed here with the reason, the field and a sample."
        />
      ) : null}
      <Pager
        meta={refused.data?.meta}
        noun={["reason", "reasons"]}
        onPage={(next) => setFilters({ refusedPage: next })}
      />
    </div>
  );
}

function Totals({ totals: { received, refused, changed } }: { totals: RefusedTotals }) {
  if (refused + changed === 0) return <span />;
  const share = formatShare(refused, Math.max(received, refused));
  const tone = refused * 100 > received ? "warning" : "neutral";
  return (
    <Notice tone={tone}>
      <span className="tabular">
        {countOf(refused, "message")} refused ({share} of {formatNumber(Math.max(received, refused))})
        {changed > 0 ? `, ${formatNumber(changed)} stored after a change` : ""}. Other messages in the same batches were
        stored.
      </span>
    </Notice>
  );
}

function Period({ hours, onChange }: { hours: number; onChange: (hours: number) => void }) {
  return (
    <Select value={String(hours)} onValueChange={(next) => onChange(Number(next))}>
      <SelectTrigger aria-label="Time" className="w-40">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {PERIODS.map((period) => (
          <SelectItem key={period.hours} value={String(period.hours)}>
            {period.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
