"use client";
import { useTimeseries } from "#data";
import { countOf } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { sparkPath } from "./spark-path.ts";

const WIDTH = 96;
const HEIGHT = 24;

/** How many people entered a journey on each of the last days. */
export function SparkLine({ journeyId, days }: { journeyId: string; days: number }) {
  const { data } = useTimeseries(journeyId, { days });
  if (!data) return <Skeleton className="h-6 w-24" />;
  const counts = data.map(({ enrolled }) => enrolled);
  const sum = counts.reduce((total, count) => total + count, 0);
  const { line, area } = sparkPath(counts, WIDTH, HEIGHT);
  return (
    <svg
      role="img"
      aria-label={`${countOf(sum, "enrollment")} in ${days} days`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-6 w-24 overflow-visible text-primary"
    >
      <path d={area} className="fill-current opacity-10" />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" />
    </svg>
  );
}
