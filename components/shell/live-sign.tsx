import { type JourneyStatus, LIVE_WORDS, type LiveState } from "#data";
import { cn } from "#ui/cn";
import { JOURNEY_STATUS_WORDS } from "#words";

const STILL: Readonly<Record<Exclude<JourneyStatus, "PUBLISHED">, [word: string, dot: string]>> = {
  DRAFT: ["Draft, not running", "bg-input"],
  PAUSED: [JOURNEY_STATUS_WORDS.PAUSED, "bg-warning"],
  ARCHIVED: [JOURNEY_STATUS_WORDS.ARCHIVED, "bg-input"],
};

type LiveSignProps = { status: JourneyStatus | undefined; state: LiveState };

/** Whether numbers change as one looks: only those of a journey that runs do. */
export function LiveSign({ status, state }: LiveSignProps) {
  const isRunning = status === undefined || status === "PUBLISHED";
  const shown = status === undefined ? "connecting" : state;
  const dot = shown === "open" ? "animate-pulse bg-success" : "bg-input";
  const [word, look] = isRunning ? [LIVE_WORDS[shown], dot] : STILL[status];
  return (
    <span className="inline-flex items-center gap-1.5" data-live-sign={status}>
      <span aria-hidden className={cn("size-1.5 shrink-0 rounded-full", look)} />
      {word}
    </span>
  );
}
