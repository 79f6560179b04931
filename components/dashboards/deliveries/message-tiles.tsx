"use client";
import { type MessageSums, sumFigures, useMessageFigures, useOverview } from "#data";
import { formatNumber, formatShare } from "#shell";
import { Link } from "#ui/link";

const TILES = [
  ["sent", "Sent"],
  ["delivered", "Delivered"],
  ["opened", "Opened"],
  ["clicked", "Clicked"],
  ["bounced", "Bounced"],
  ["complained", "Marked as spam"],
  ["unsubscribed", "Unsubscribed"],
] as const;

/** The results of the messages of a journey, or of all journeys, from counters; each opens the messages it counts. */
export function MessageTiles({ journeyId }: { journeyId: string | null }) {
  return journeyId === null ? <OfAll /> : <OfJourney journeyId={journeyId} />;
}

function OfAll() {
  const sums = useOverview({ limit: 1, archived: true }).data?.totals.messages;
  return sums ? <Tiles sums={sums} journeyId={null} /> : null;
}

function OfJourney({ journeyId }: { journeyId: string }) {
  const figures = useMessageFigures(journeyId).data;
  return figures ? <Tiles sums={sumFigures(figures)} journeyId={journeyId} /> : null;
}

function Tiles({ sums, journeyId }: { sums: MessageSums; journeyId: string | null }) {
  if (sums.sent === 0) return null;
  const of = journeyId === null ? "" : `journeyId=${journeyId}&`;
  return (
    <ul
      aria-label={
        journeyId === null ? "Results of the messages of all journeys" : "Results of the messages of the journey"
      }
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border shadow-raised sm:grid-cols-4 xl:grid-cols-7"
    >
      {TILES.map(([name, label]) => (
        <li key={name} data-tile={name} className="bg-card last:col-span-2 xl:last:col-span-1">
          <Link
            href={`/deliveries?${of}${name === "sent" ? "status=sent" : `became=${name}`}`}
            className="grid h-full gap-1 px-4 py-3 transition-colors hover:bg-muted/60 focus-visible:-outline-offset-2"
          >
            <span className="text-muted-foreground text-xs">{label}</span>
            <span className="tabular font-semibold text-xl tracking-tight">{formatNumber(sums[name])}</span>
            <span className="text-muted-foreground text-xs">{noteOf(sums, name)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function noteOf(sums: MessageSums, name: keyof MessageSums): string {
  if (name === "sent") return sums.captured === 0 ? "messages of journeys" : `${formatNumber(sums.captured)} captured`;
  if (name === "opened") return rated(sums.openRate);
  if (name === "clicked") return rated(sums.clickRate);
  return `${formatShare(sums[name] ?? 0, sums.sent)} of sent`;
}

const rated = (rate: number | null) => (rate === null ? "nobody is tracked" : `${formatShare(rate, 1)} of tracked`);
