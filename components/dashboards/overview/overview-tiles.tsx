import type { Overview } from "#data";
import { formatMoney, formatNumber, formatShare } from "#shell";

/** Captured messages are said to be some: a newcomer's own server sends none. */
function messageNote({ sent, captured, bounced }: Overview["totals"]["messages"]): string {
  if (captured === 0) return `${formatNumber(bounced)} bounced`;
  return sent === 0 ? "captured, not sent" : `${formatNumber(captured)} captured, not sent`;
}

/** The sums of all journeys. */
export function OverviewTiles({ overview }: { overview: Overview }) {
  const { totals, currency } = overview;
  const { enrolled, active, completed, failed, converted, value, messages } = totals;
  const tiles: [label: string, value: string, note: string][] = [
    ["Journeys", formatNumber(totals.journeys), "in this list"],
    ["Enrolled", formatNumber(enrolled), "all enrollments so far"],
    ["Active", formatNumber(active), `${formatShare(active, enrolled)} of enrolled`],
    ["Completed", formatNumber(completed), `${formatShare(completed, enrolled)} of enrolled`],
    ["Failed", formatNumber(failed), `${formatShare(failed, enrolled)} of enrolled`],
    ["Reached goal", formatNumber(converted), value === 0 ? "of all journeys" : formatMoney(value, currency)],
    ["Messages", formatNumber(messages.sent + messages.captured), messageNote(messages)],
  ];
  return (
    <ul
      aria-label="Totals"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border shadow-raised sm:grid-cols-4 xl:grid-cols-7"
    >
      {tiles.map(([label, shown, note]) => (
        <li
          key={label}
          data-tile={label.toLowerCase()}
          className="grid gap-1 bg-card px-4 py-3 last:col-span-2 xl:last:col-span-1"
        >
          <span className="text-muted-foreground text-xs">{label}</span>
          <span className="tabular font-semibold text-xl tracking-tight">{shown}</span>
          <span className="text-muted-foreground text-xs">{note}</span>
        </li>
      ))}
    </ul>
  );
}
