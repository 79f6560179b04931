"use client";
import { usePathname, useSearchParams } from "next/navigation";
import type { StatsTotals } from "#data";
import { formatMoney, formatMoneyShort, formatNumber, formatShare, OUTCOME_TONES } from "#shell";
import { Link } from "#ui/link";

type Tile = {
  label: string;
  value: number;
  shown?: string;
  whole?: string;
  note: string;
  status: string | null;
  tone: string;
};

function tilesOf(totals: StatsTotals, hasGoal: boolean, currency: string | null): Tile[] {
  const { enrolled, active, completed, stopped, failed, converted } = totals;
  const share = (count: number) => (enrolled === 0 ? "nobody yet" : `${formatShare(count, enrolled)} of enrolled`);
  const tiles: Tile[] = [
    { label: "Enrolled", value: enrolled, note: "all enrollments so far", status: null, tone: "bg-foreground" },
    { label: "Active", value: active, note: share(active), status: "ACTIVE", tone: OUTCOME_TONES.ACTIVE.dot },
    {
      label: "Completed",
      value: completed,
      note: share(completed),
      status: "COMPLETED",
      tone: OUTCOME_TONES.COMPLETED.dot,
    },
    { label: "Stopped", value: stopped, note: share(stopped), status: "STOPPED", tone: OUTCOME_TONES.STOPPED.dot },
    { label: "Failed", value: failed, note: share(failed), status: "FAILED", tone: OUTCOME_TONES.FAILED.dot },
  ];
  if (converted !== undefined) {
    const note = hasGoal ? share(converted) : "no goal is set";
    tiles.push({ label: "Converted", value: converted, note, status: null, tone: "bg-chart-4" });
    if (totals.value !== 0) {
      const each = `${formatMoneyShort(totals.value / Math.max(1, converted), currency)} each`;
      const shown = formatMoneyShort(totals.value, currency);
      const whole = formatMoney(totals.value, currency);
      tiles.push({ label: "Value", value: totals.value, shown, whole, note: each, status: null, tone: "bg-chart-4" });
    }
  }
  return tiles;
}

/** The last one fills its row. */
const TILE =
  "bg-card max-sm:last:odd:col-span-2 sm:max-lg:[&:last-child:nth-child(3n+1)]:col-span-3 sm:max-lg:[&:last-child:nth-child(3n+2)]:col-span-2";

type KpiTilesProps = { totals: StatsTotals; hasGoal: boolean; currency: string | null };

/** Each tile opens the enrollments it counts; the range that is chosen stays. */
export function KpiTiles({ totals, hasGoal, currency }: KpiTilesProps) {
  const path = usePathname();
  const query = useSearchParams();
  const listOf = (status: string | null) => {
    const next = new URLSearchParams(query);
    for (const filter of ["status", "page", "nodeId", "personId"]) next.delete(filter);
    if (status) next.set("status", status);
    return `${path}?${next}#list`;
  };
  return (
    <ul
      aria-label="Totals"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border shadow-raised sm:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
    >
      {tilesOf(totals, hasGoal, currency).map(({ label, value, shown, whole, note, status, tone }) => (
        <li key={label} className={TILE} data-tile={label.toLowerCase()}>
          <Link
            href={listOf(status)}
            className="grid h-full gap-1 px-4 py-3 transition-colors hover:bg-muted/60 focus-visible:-outline-offset-2"
          >
            <span className="flex items-center gap-2 text-muted-foreground text-xs">
              <span aria-hidden className={`size-1.5 rounded-full ${tone}`} />
              {label}
            </span>
            <span className="tabular font-semibold text-2xl tracking-tight" title={whole}>
              {shown ?? formatNumber(value)}
            </span>
            <span className="text-muted-foreground text-xs">{note}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
