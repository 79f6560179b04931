"use client";
import type { ReactNode } from "react";
import { problemMessage, type ReachCount, type ReachQuery, useReach } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";

type ReachLineProps = {
  query: ReachQuery;
  /** Behind the number: `people are in the segment`. */
  audience: string;
  /** What is sent, if a list shows several. */
  label?: string;
};

const number = new Intl.NumberFormat("en");

/** How many people a message can reach now, and why not the others. */
export function ReachLine({ query, audience, label }: ReachLineProps) {
  const { data, error } = useReach(query);
  return <ReachNotice reach={data} error={error} audience={audience} {...(label ? { label } : {})} />;
}

type Counted = Pick<ReachCount, "total" | "reachable" | "exact" | "reasons">;
type ReachNoticeProps = Omit<ReachLineProps, "query"> & {
  reach: Counted | undefined;
  error: Error | null;
  children?: ReactNode;
};

/** The same of an answer that the caller has. */
export function ReachNotice({ reach, error, audience, label, children }: ReachNoticeProps) {
  if (error) return <Notice tone="warning">{problemMessage(error)}</Notice>;
  if (!reach) return <Skeleton className="h-14" />;
  const { total, reachable, exact } = reach;
  const about = exact ? "" : "About ";
  return (
    <Notice tone={total > 0 && reachable === 0 ? "warning" : "neutral"}>
      <p>
        {label ? <span className="font-medium">{label}: </span> : null}
        {about}
        {number.format(total)} {audience}, {exact ? "" : "about "}
        <strong className="font-semibold">{number.format(reachable)}</strong> can be reached.
      </p>
      {children}
      <Reasons reasons={reach.reasons} />
    </Notice>
  );
}

/** Each reason with its number of people. */
export function Reasons({ reasons }: Pick<ReachCount, "reasons">) {
  if (reasons.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-x-4 text-xs sm:grid-cols-2">
      {reasons.map(({ code, label, people }) => (
        <li key={code} className="flex justify-between gap-3 tabular-nums">
          <span>{label}</span>
          <span>{number.format(people)}</span>
        </li>
      ))}
    </ul>
  );
}
