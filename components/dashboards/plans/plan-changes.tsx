"use client";
import { type Plan, useJourney } from "#data";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { DifferenceList } from "../versions/difference-list.tsx";

/** What publishing changes of the published version, step by step. */
export function PlanChanges({ plan }: { plan: Plan }) {
  const journey = useJourney(plan.journey.id);
  if (plan.difference === null)
    return <p className="text-muted-foreground">Nothing is published yet, so all of the draft is new.</p>;
  if (!journey.data && !journey.error) return <Skeleton className="h-24" />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <DifferenceList difference={plan.difference} nodes={journey.data?.nodes ?? []} />
      <Link className="w-fit text-xs underline underline-offset-4" href={`/journeys/${plan.journey.id}`}>
        See the draft on the canvas
      </Link>
    </div>
  );
}
