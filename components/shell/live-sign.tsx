import type { JourneyStatus } from "#data";
import { cn } from "#ui/cn";

const STILL: Readonly<Record<Exclude<JourneyStatus, "PUBLISHED">, [word: string, dot: string]>> = {
  DRAFT: ["Draft, not running", "bg-input"],
  PAUSED: ["Paused", "bg-warning"],
  ARCHIVED: ["Archived", "bg-input"],
};

type LiveSignProps = { status: JourneyStatus | undefined; isConnected: boolean };

/** Whether numbers change as one looks: only those of a journey that runs do. */
export function LiveSign({ status, isConnected }: LiveSignProps) {
  const isRunning = status === undefined || status === "PUBLISHED";
  const [word, dot] = isRunning
    ? isConnected && status
      ? ["Live", "animate-pulse bg-success"]
      : ["Connecting…", "bg-input"]
    : STILL[status];
  return (
    <span className="inline-flex items-center gap-1.5" data-live-sign={status}>
      <span aria-hidden className={cn("size-1.5 shrink-0 rounded-full", dot)} />
      {word}
    </span>
  );
}
