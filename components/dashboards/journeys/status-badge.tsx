import type { Journey, JourneyStatus } from "#data";
import { Badge } from "#ui/badge";
import { JOURNEY_STATUS_WORDS, PAUSE_WORDS } from "#words";

const variants: Record<JourneyStatus, "secondary" | "success" | "warning" | "outline"> = {
  DRAFT: "secondary",
  PUBLISHED: "success",
  PAUSED: "warning",
  ARCHIVED: "outline",
};

export function StatusBadge({ journey }: { journey: Pick<Journey, "status" | "pauseMode"> }) {
  const { status, pauseMode } = journey;
  return (
    <Badge variant={variants[status]}>
      <span aria-hidden className="size-1.5 rounded-full bg-current opacity-80" />
      {JOURNEY_STATUS_WORDS[status]}
      {status === "PAUSED" && pauseMode ? <span className="font-normal">· {PAUSE_WORDS[pauseMode].short}</span> : null}
    </Badge>
  );
}
