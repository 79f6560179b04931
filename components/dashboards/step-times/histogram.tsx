import type { StepTimes } from "#data";
import { formatNumber } from "#shell";
import { bucketWords } from "./spans.ts";

type Buckets = StepTimes["waiting"]["histogram"];

/** A histogram as a list of bars: the numbers stand beside them. */
export function Histogram({ label, buckets, tone }: { label: string; buckets: Buckets; tone: string }) {
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  return (
    <ul aria-label={label} className="grid gap-1 text-xs">
      {buckets.map((bucket) => (
        <li key={bucket.from} className="grid grid-cols-[6.5rem_1fr_3rem] items-center gap-2">
          <span className="text-muted-foreground">{bucketWords(bucket)}</span>
          <span aria-hidden className="h-2.5 rounded-sm bg-muted">
            <span className={`block h-full rounded-sm ${tone}`} style={{ width: `${(bucket.count / most) * 100}%` }} />
          </span>
          <span className="tabular text-right font-medium">{formatNumber(bucket.count)}</span>
        </li>
      ))}
    </ul>
  );
}
