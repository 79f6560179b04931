"use client";
import { ChevronRight } from "lucide-react";
import type { RefusedMessage, RefusedSample } from "#data";
import { Ago, countOf, formatNumber, Moment } from "#shell";
import { Badge } from "#ui/badge";
import { REASON_WORDS } from "./refused-words.ts";

/** One expandable line per reason and field, with an explanation and sample messages. */
export function RefusedList({ rows }: { rows: RefusedMessage[] }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-card shadow-raised">
      {rows.map((row) => (
        <li key={`${row.reason} ${row.field}`}>
          <details className="group/refused">
            <summary className="grid list-none grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 px-3 py-2.5 text-ui transition-colors hover:bg-muted/60 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden
                className="size-3.5 text-muted-foreground transition-transform group-open/refused:rotate-90"
              />
              <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
                <Badge variant={row.outcome === "refused" ? "destructive" : "warning"}>
                  {row.outcome === "refused" ? "Refused" : "Stored, changed"}
                </Badge>
                <span className="font-medium">{REASON_WORDS[row.reason].title}</span>
                <code className="truncate font-mono text-muted-foreground text-xs">{row.field}</code>
              </span>
              <span className="grid justify-items-end gap-0.5 whitespace-nowrap sm:grid-flow-col sm:items-baseline sm:gap-3">
                <span className="tabular font-medium">{formatNumber(row.count)} ×</span>
                <Ago at={row.lastAt} className="text-muted-foreground text-xs" />
              </span>
            </summary>
            <div className="grid gap-3 border-t bg-muted/40 px-3 py-3 sm:px-9">
              <p className="max-w-prose text-pretty text-ui">{REASON_WORDS[row.reason].help}</p>
              {row.samples.map((sample) => (
                <Sample key={`${sample.at} ${sample.text}`} sample={sample} />
              ))}
              <p className="text-muted-foreground text-xs">
                {countOf(row.count, "time")} since <Moment at={row.firstAt} />
                {row.samples.length > 0 ? ". The first few of each hour are kept as samples for 30 days." : "."}
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Sample({ sample }: { sample: RefusedSample }) {
  return (
    <figure className="grid gap-1.5">
      <figcaption className="flex flex-wrap items-baseline gap-x-2 text-muted-foreground text-xs">
        <code className="font-mono">{sample.path}</code>
        <span className="min-w-0 break-words text-foreground">
          {sample.field ? `${sample.field}: ` : ""}
          {sample.message}
        </span>
        <Ago at={sample.at} />
      </figcaption>
      <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded-md border bg-card p-2.5 font-mono text-xs leading-5">
        {sample.text}
      </pre>
    </figure>
  );
}
