"use client";
import { ChevronRight } from "lucide-react";
import type { KeptSignal } from "#data";
import { Ago, Moment } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Link } from "#ui/link";

type KeptListProps = {
  rows: KeptSignal[];
  busy: boolean;
  onReplay: (id: string) => void;
  onDiscard: (id: string) => void;
};

const KIND_WORDS: Record<string, string> = {
  event: "Event",
  patch: "Change to a person",
  enroll: "Enrollment",
  stop: "Stop",
  retry: "Retry",
  delivery: "Result of a message",
  merge: "Merge",
};

/** One expandable line per signal, with its payload and actions. */
export function KeptList({ rows, busy, onReplay, onDiscard }: KeptListProps) {
  return (
    <ul aria-label="Failed signals" className="divide-y overflow-hidden rounded-lg border bg-card shadow-raised">
      {rows.map((row) => (
        <li key={row.id}>
          <details className="group/kept">
            <summary className="grid list-none grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 px-3 py-2.5 text-ui transition-colors hover:bg-muted/60 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden
                className="size-3.5 text-muted-foreground transition-transform group-open/kept:rotate-90"
              />
              <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
                <Badge variant={row.reason === "refused" ? "warning" : "destructive"}>
                  {row.reason === "refused" ? "Not stored" : "Crashed the engine"}
                </Badge>
                <span className="font-medium">{KIND_WORDS[row.kind] ?? row.kind}</span>
                <span className="min-w-0 break-words text-muted-foreground text-xs">{row.error}</span>
              </span>
              <Ago at={row.rejectedAt} className="whitespace-nowrap text-muted-foreground text-xs" />
            </summary>
            <div className="grid gap-3 border-t bg-muted/40 px-3 py-3 sm:px-9">
              <p className="text-ui">
                <Link href={`/people/${row.personId}`} className="font-medium underline underline-offset-4">
                  The person
                </Link>{" "}
                <span className="text-muted-foreground">
                  · accepted <Moment at={row.receivedAt} />
                </span>
              </p>
              <pre className="max-h-80 overflow-auto whitespace-pre-wrap break-all rounded-md border bg-card p-2.5 font-mono text-xs leading-5">
                {JSON.stringify(row.payload, null, 2)}
              </pre>
              <p className="flex flex-wrap gap-2">
                <Button size="sm" variant="outline" disabled={busy} onClick={() => onReplay(row.id)}>
                  Replay
                </Button>
                <Button size="sm" variant="ghost" onClick={() => onDiscard(row.id)}>
                  Discard…
                </Button>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
