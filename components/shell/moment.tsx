"use client";
import { createContext, useContext, useEffect, useState } from "react";
import { useMe } from "#data";
import { formatMoment, formatRelative } from "./format.ts";

/** The time zone of a part of a page that tells times by another clock than the workspace's. */
const OtherClock = createContext<string | null>(null);
export const ClockProvider = OtherClock.Provider;

/** The time zone in which times are told: the workspace's, unless the page chose another; undefined until it is known. */
export function useTimezone(): string | undefined {
  const other = useContext(OtherClock);
  const own = useMe().data?.workspace.timezone;
  return other ?? own;
}

/** How long ago (or ahead), kept current; the exact moment in the workspace's zone is its title. */
export function Ago({ at, className }: { at: string | null | undefined; className?: string }) {
  const timezone = useTimezone();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  if (!at) return <span className={className}>–</span>;
  return (
    <time dateTime={at} title={formatMoment(at, timezone)} className={className} suppressHydrationWarning>
      {formatRelative(Date.parse(at), now)}
    </time>
  );
}

/** The exact moment in the workspace's zone. */
export function Moment({ at, className }: { at: string; className?: string }) {
  const timezone = useTimezone();
  return (
    <time dateTime={at} title={timezone} className={className} suppressHydrationWarning>
      {formatMoment(at, timezone)}
    </time>
  );
}
