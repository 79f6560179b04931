"use client";
import { ArrowRight } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { type JourneyVersion, problemMessage, useJourney, useVersionDifference, useVersionDocument } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { Pick } from "../rules/pick.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { DrawnDifference } from "./drawn-difference.tsx";

const DRAFT = "draft";

export function useCompared() {
  return useQueryStates({ from: parseAsString, to: parseAsString });
}

/** Two versions, or a version and the draft, drawn side by side and in words. */
export function CompareSection({ journeyId, versions }: { journeyId: string; versions: JourneyVersion[] }) {
  const [asked, setAsked] = useCompared();
  const journey = useJourney(journeyId).data;
  const from = asked.from ?? versions.find(({ isCurrent }) => isCurrent)?.id ?? versions[0]?.id ?? null;
  const to = asked.to ?? DRAFT;
  const difference = useVersionDifference(journeyId, from, to);
  const before = useVersionDocument(journeyId, from).data;
  const version = useVersionDocument(journeyId, to === DRAFT ? null : to).data;
  const after = to === DRAFT ? journey : version;
  const options = Object.fromEntries(
    versions.map(({ id, number, name }) => [id, name ? `Version ${number}: ${name}` : `Version ${number}`]),
  );
  return (
    <section id="compare" aria-labelledby="compare-title" className="grid scroll-mt-28 grid-cols-1 gap-3">
      <h3 id="compare-title" className="font-semibold text-sm">
        Compare
      </h3>
      <div className="flex flex-wrap items-center gap-2">
        <Pick label="From" value={from ?? ""} options={options} onChange={(next) => setAsked({ from: next })} />
        <ArrowRight className="size-4 text-muted-foreground" aria-label="with" />
        <Pick
          label="To"
          value={to}
          options={{ ...options, [DRAFT]: "The draft" }}
          onChange={(next) => setAsked({ to: next })}
        />
      </div>
      {from === to ? <p className="text-muted-foreground text-ui">These are the same version.</p> : null}
      {difference.error ? <Notice tone="destructive">{problemMessage(difference.error)}</Notice> : null}
      {difference.isPending && from !== to ? <Skeleton className="h-32" /> : null}
      {difference.data && from !== to ? (
        <div aria-live="polite" className="grid grid-cols-1 gap-4">
          {before && after ? (
            <DrawnDifference
              key={`${from} ${to}`}
              before={{ title: options[from ?? ""] ?? "", graph: before }}
              after={{ title: to === DRAFT ? "The draft" : (options[to] ?? ""), graph: after }}
              difference={difference.data}
            />
          ) : null}
          <DifferenceList difference={difference.data} nodes={journey?.nodes ?? []} />
        </div>
      ) : null}
    </section>
  );
}
