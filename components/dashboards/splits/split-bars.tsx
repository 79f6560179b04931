import type { Split, SplitBranch } from "#data";
import { countOf, formatNumber } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { liftText, pathName, percentOf, sharePercent } from "./words.ts";

type BarsProps = {
  split: Split;
  /** Null if the user may not promote or nobody reaches the split; called with null, it discards the promotion. */
  onPromote: ((branch: SplitBranch | null) => void) | null;
};

/** One bar per path with its rate and interval. All bars use the same scale. */
export function SplitBars({ split, onPromote }: BarsProps) {
  const most = Math.max(
    ...split.branches.filter(({ entered }) => entered > 0).map(({ interval }) => interval[1]),
    0.01,
  );
  return (
    <ul className="grid gap-5">
      {split.branches.map((branch) => (
        <li key={branch.edgeId} className="grid gap-1.5">
          <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="flex min-w-0 flex-wrap items-center gap-2 font-medium text-ui">
              {pathName(branch.label)}
              {branch.holdout ? <Badge variant="outline">Holdout</Badge> : null}
              {branch.edgeId === split.promotedEdgeId ? <Badge variant="success">Promoted</Badge> : null}
            </span>
            <Promote split={split} branch={branch} onPromote={onPromote} />
          </div>
          <Bar branch={branch} most={most} />
          <Numbers branch={branch} />
        </li>
      ))}
    </ul>
  );
}

function Promote({ split, branch, onPromote }: BarsProps & { branch: SplitBranch }) {
  if (!onPromote || branch.holdout) return null;
  if (branch.edgeId === split.promotedEdgeId)
    return (
      <Button variant="outline" size="sm" onClick={() => onPromote(null)}>
        Discard promotion…
      </Button>
    );
  return (
    <Button
      variant="outline"
      size="sm"
      onClick={() => onPromote(branch)}
      aria-label={`Promote ${pathName(branch.label)}…`}
    >
      Promote…
    </Button>
  );
}

function Bar({ branch: { rate, interval, entered, holdout }, most }: { branch: SplitBranch; most: number }) {
  const at = (share: number) => `${Math.min(100, (share / most) * 100)}%`;
  const color = holdout ? "var(--muted-foreground)" : "var(--chart-1)";
  return (
    <div aria-hidden className="relative h-5 rounded-sm bg-muted">
      {entered > 0 ? (
        <>
          <span
            className="absolute inset-y-0 left-0 rounded-sm opacity-25"
            style={{ width: at(rate), background: color }}
          />
          <span
            className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full opacity-60"
            style={{ left: at(interval[0]), right: `calc(100% - ${at(interval[1])})`, background: color }}
          />
          <span
            className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full ring-2 ring-card"
            style={{ left: at(rate), background: color }}
          />
        </>
      ) : null}
    </div>
  );
}

function Numbers({ branch }: { branch: SplitBranch }) {
  const { entered, visits, converted, rate, interval, probabilityBest, lift, currentWeight } = branch;
  const parts = [
    `${formatNumber(converted)} of ${countOf(entered, "person", "people")} reached the goal`,
    countOf(visits, "visit"),
    `gets ${sharePercent(currentWeight)} of new people`,
    ...(probabilityBest === null || entered === 0 ? [] : [`${percentOf(probabilityBest)} probable to be the best`]),
    ...(lift ? [`${liftText(lift)} over the holdout`] : []),
  ];
  return (
    <p className="tabular text-muted-foreground text-xs leading-5">
      <span className="font-medium text-foreground text-ui">{entered > 0 ? percentOf(rate) : "–"}</span>{" "}
      {entered > 0 ? `(95%: ${percentOf(interval[0])} to ${percentOf(interval[1])}) · ` : ""}
      {parts.join(" · ")}
    </p>
  );
}
