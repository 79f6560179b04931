import type { Broadcast, Operation } from "#data";
import { formatNumber } from "#shell";
import { Badge } from "#ui/badge";

const STATUS = {
  scheduled: { label: "Scheduled", variant: "outline" },
  sending: { label: "Sending", variant: "default" },
  sent: { label: "Sent", variant: "success" },
  stopped: { label: "Stopped", variant: "secondary" },
} as const;

export function BroadcastBadge({ status }: Pick<Broadcast, "status">) {
  return <Badge variant={STATUS[status].variant}>{STATUS[status].label}</Badge>;
}

export const AUDIENCE_WORDS: Readonly<Record<Broadcast["audience"], string>> = {
  everyone: "Everyone",
  segment: "A segment",
  people: "A list",
};

/** `3 of 10`: how many people have entered. */
export function enteredWords(operation: Operation | null): string {
  if (operation === null) return "–";
  const { done, total } = operation;
  return total === null || total === done ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`;
}
