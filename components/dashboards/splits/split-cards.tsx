"use client";
import { useSplits } from "#data";
import { PageError } from "#shell";
import { SplitCard } from "./split-card.tsx";

/** A card for every split of the published version; nothing for a journey without one. */
export function SplitCards({ journeyId }: { journeyId: string }) {
  const splits = useSplits(journeyId);
  if (splits.error) return <PageError error={splits.error} onRetry={splits.refetch} />;
  return splits.data?.map((split) => <SplitCard key={split.nodeId} journeyId={journeyId} split={split} />);
}
