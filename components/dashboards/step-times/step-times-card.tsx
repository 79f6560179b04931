"use client";
import { parseAsNumberLiteral, parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { type JourneyStats, type StepTimes, useStepTimes } from "#data";
import { isEnd } from "#journey";
import { formatNumber, formatSpan, PageError, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { CsvButton } from "../csv/csv-button.tsx";
import { Histogram } from "./histogram.tsx";
import { LongestWaits } from "./longest-waits.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import { LONGER_THAN, longerWords } from "./spans.ts";

type StepTimesCardProps = { journeyId: string; stats: JourneyStats; canEdit: boolean };

/** How long people stay at a step, who waits there too long, and what to do about it. */
export function StepTimesCard({ journeyId, stats, canEdit }: StepTimesCardProps) {
  const [{ timesOf, longer }, setState] = useQueryStates({
    timesOf: parseAsString,
    longer: parseAsNumberLiteral(LONGER_THAN).withDefault(0),
  });
  const steps = stats.nodes.filter((node) => node.entered > 0 && !isEnd(node));
  const fullest = [...steps].sort((left, right) => right.waiting - left.waiting)[0];
  // The dialog stays with the step it was opened for: another one may become the fullest meanwhile.
  const [releasing, setReleasing] = useState<string | null>(null);
  const step = steps.find(({ nodeId }) => nodeId === (releasing ?? timesOf)) ?? fullest;
  const { data, error, refetch } = useStepTimes(journeyId, step?.nodeId ?? null, longer);
  if (!step) return null;
  return (
    <Card aria-labelledby="times-title">
      <CardHeader>
        <CardTitle id="times-title">Time in a step</CardTitle>
        <Select value={step.nodeId} onValueChange={(next) => void setState({ timesOf: next })}>
          <SelectTrigger aria-label="Step of the times" className="w-56">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {steps.map(({ nodeId, name, waiting }) => (
              <SelectItem key={nodeId} value={nodeId}>
                {name} <span className="text-muted-foreground">· {formatNumber(waiting)} here</span>
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        {data ? <CardDescription>{sampleWords(data, step.waiting)}</CardDescription> : null}
      </CardHeader>
      <CardContent className="grid gap-5">
        {error && !data ? <PageError error={error} onRetry={refetch} /> : null}
        {!data && !error ? <Skeleton className="h-48" /> : null}
        {data ? <Histograms times={data} /> : null}
        {data && (data.waiting.people > 0 || releasing !== null) ? (
          <section aria-label="Waiting longer than" className="grid grid-cols-1 gap-3">
            <div className="flex flex-wrap items-center gap-2">
              <Select
                value={String(longer)}
                onValueChange={(next) =>
                  void setState({ longer: LONGER_THAN.find((seconds) => String(seconds) === next) ?? 0 })
                }
              >
                <SelectTrigger aria-label="Waiting longer than" className="w-44">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {LONGER_THAN.map((seconds) => (
                    <SelectItem key={seconds} value={String(seconds)}>
                      {longerWords(seconds)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
              <p className="text-ui" data-longer={data.waiting.longer}>
                {data.waiting.isSample ? "at least " : ""}
                {peopleCount(data.waiting.longer)}
              </p>
              <span className="ml-auto flex items-center gap-2">
                <CsvButton name="longest waits" rows={data.waiting.longest} />
                {canEdit ? (
                  <Button
                    variant="outline"
                    disabled={data.waiting.longer === 0}
                    onClick={() => setReleasing(step.nodeId)}
                  >
                    Skip, move or take out…
                  </Button>
                ) : null}
              </span>
            </div>
            <LongestWaits journeyId={journeyId} waits={data.waiting.longest} />
            <ReleaseDialog
              {...{ journeyId, step, steps: stats.nodes, longerThan: longer, open: releasing !== null }}
              people={data.waiting.longer}
              isSample={data.waiting.isSample}
              onOpenChange={(isOpen) => setReleasing(isOpen ? step.nodeId : null)}
            />
          </section>
        ) : null}
      </CardContent>
    </Card>
  );
}

function sampleWords({ finished, waiting }: StepTimes, here: number): string {
  const visits =
    finished.visits === 0
      ? "No finished visit is among the latest of the journey."
      : `Of the latest ${formatNumber(finished.visits)} finished visits, half took at most ${formatSpan(finished.p50)} and 90% at most ${formatSpan(finished.p90)}.`;
  const who = waiting.isSample
    ? `Of ${peopleCount(here)} here, a sample of ${formatNumber(waiting.people)} is shown.`
    : `All ${peopleCount(waiting.people)} who are here now are shown.`;
  return `${visits} ${who}`;
}

function Histograms({ times: { finished, waiting } }: { times: StepTimes }) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <div className="grid content-start gap-2">
        <h3 className="font-medium text-ui">Finished visits</h3>
        <Histogram label="Finished visits by length" buckets={finished.histogram} tone="bg-chart-5" />
      </div>
      <div className="grid content-start gap-2">
        <h3 className="font-medium text-ui">Here now</h3>
        <Histogram label="People here by time so far" buckets={waiting.histogram} tone="bg-outcome-active" />
      </div>
    </div>
  );
}
