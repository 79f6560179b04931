"use client";

import { cn } from "#ui/cn";
import { arrivalsOf, otherArrivals } from "./arrivals.ts";
import { useLiveNumbers } from "./live-context.tsx";
import { count, dropOff, isHighDropOff, share } from "./numbers.ts";

/** The numbers of a step in the live view: entered, here now, dropped out. */
export function StepCounts({ nodeId, isEnd }: { nodeId: string; isEnd: boolean }) {
  const { nodes, totals, drawnInto } = useLiveNumbers();
  const stats = nodes.get(nodeId);
  const entered = stats?.entered ?? 0;
  const waiting = stats?.waiting ?? 0;
  const lost = stats ? dropOff(stats) : 0;
  const isHigh = !isEnd && stats !== undefined && totals !== null && isHighDropOff(stats, totals);
  const otherwise = stats ? otherArrivals(arrivalsOf(stats, drawnInto)) : null;
  return (
    <div className={cn("step-counts", isHigh && "has-drop-off")} data-entered={entered} data-waiting={waiting}>
      <span>
        <b>{count(entered)}</b> entered
      </span>
      {otherwise === null ? null : <span className="step-arrivals">{otherwise}</span>}
      {waiting > 0 ? (
        <span className="is-waiting">
          <i aria-hidden />
          <b>{count(waiting)}</b> here
        </span>
      ) : null}
      {stats && stats.movedOut > 0 ? (
        <span title="Moved to a step of another version by publishing">
          <b>{count(stats.movedOut)}</b> moved away
        </span>
      ) : null}
      {!isEnd && lost > 0 ? (
        <span
          className="is-lost"
          title={`${(stats?.exited ?? 0) - (stats?.movedOut ?? 0)} left and ${stats?.failed ?? 0} failed here`}
        >
          {share(lost, 1)} left
        </span>
      ) : null}
    </div>
  );
}
