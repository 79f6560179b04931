"use client";
import { parseAsNumberLiteral, useQueryState } from "nuqs";
import { type NearMiss, personLabel, useNearMisses, usePerson } from "#data";
import { Ago, formatNumber, PageError } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { nearMissWords } from "#words";
import { CsvButton } from "../csv/csv-button.tsx";

const RANGES = { 24: "24 hours", 168: "7 days", 720: "30 days" } as const;
const HOURS = [24, 168, 720] as const;
const SHOWN = 5;

/** People who met a trigger but did not enter, by reason, with samples. */
export function NearMissesCard({ journeyId }: { journeyId: string }) {
  const [hours, setHours] = useQueryState("missed", parseAsNumberLiteral(HOURS).withDefault(24));
  const misses = useNearMisses(journeyId, hours);
  return (
    <Card aria-labelledby="misses-title">
      <CardHeader>
        <CardTitle id="misses-title">Who did not get in, and why</CardTitle>
        <ToggleGroup
          type="single"
          aria-label="Period"
          value={String(hours)}
          onValueChange={(value) => setHours(HOURS.find((range) => String(range) === value) ?? hours)}
        >
          {HOURS.map((range) => (
            <ToggleGroupItem key={range} value={String(range)}>
              {RANGES[range]}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
        <CsvButton
          name="near misses"
          rows={(misses.data ?? []).map(({ reason, count }) => ({ reason, words: nearMissWords(reason), count }))}
          disabled={!misses.data || misses.data.length === 0}
        />
        <CardDescription>These people met a trigger but could not enter.</CardDescription>
      </CardHeader>
      <CardContent>
        {misses.error && !misses.data ? <PageError error={misses.error} onRetry={misses.refetch} /> : null}
        {!misses.data && !misses.error ? <Skeleton className="h-16" /> : null}
        {misses.data?.length === 0 ? (
          <p className="text-muted-foreground text-ui">Everyone who met a trigger in this period could enter.</p>
        ) : null}
        <ul className="grid gap-1">
          {(misses.data ?? []).map((miss) => (
            <Reason key={miss.reason} miss={miss} />
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

function Reason({ miss }: { miss: NearMiss }) {
  const { reason, count, samples } = miss;
  return (
    <li>
      <details className="group/miss" data-near-miss={reason}>
        <summary className="flex items-baseline gap-3 rounded-md px-2 py-1.5 text-ui hover:bg-muted/60">
          <span className="tabular w-14 shrink-0 text-right font-semibold">{formatNumber(count)}</span>
          <span className="min-w-0 flex-1">{nearMissWords(reason)}</span>
          <span className="text-muted-foreground text-xs group-open/miss:hidden">Show samples</span>
        </summary>
        <ul className="mt-1 mb-2 ml-16 grid gap-1">
          {samples.slice(0, SHOWN).map((sample) => (
            <li key={`${sample.personId}${sample.at}`} className="flex items-baseline justify-between gap-4 text-ui">
              <SamplePerson id={sample.personId} />
              <Ago at={sample.at} className="shrink-0 text-muted-foreground text-xs" />
            </li>
          ))}
          {samples.length === 0 ? <li className="text-muted-foreground text-ui">No samples were kept.</li> : null}
        </ul>
      </details>
    </li>
  );
}

function SamplePerson({ id }: { id: string }) {
  const { data, error } = usePerson(id);
  if (error && !data) return <span className="text-muted-foreground">Since erased</span>;
  return (
    <Link href={`/people/${id}`} className="min-w-0 truncate rounded-sm underline-offset-4 hover:underline">
      {data ? personLabel(data) : "…"}
    </Link>
  );
}
