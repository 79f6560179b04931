"use client";
import { CalendarClock } from "lucide-react";
import { useOccurrences } from "#data";
import { EmptyState, Moment, PageError } from "#shell";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";

/** When scheduled journeys start next. */
export function OccurrencesCard() {
  const { data, error, refetch } = useOccurrences();
  return (
    <Card className="max-w-3xl" aria-labelledby="occurrences-title">
      <CardHeader>
        <CardTitle id="occurrences-title">Next starts of scheduled journeys</CardTitle>
      </CardHeader>
      <CardContent>
        {error ? <PageError error={error} onRetry={refetch} /> : null}
        {data?.length === 0 ? (
          <EmptyState
            icon={CalendarClock}
            title="Nothing is scheduled"
            text="Published journeys with a schedule appear here."
            className="py-8"
          />
        ) : null}
        {data ? (
          <ul className="grid divide-y">
            {data.map(({ journey, at }) => (
              <li key={`${journey.id} ${at}`} className="flex flex-wrap justify-between gap-x-4 py-2 text-ui">
                <Link
                  href={`/journeys/${journey.id}`}
                  className="rounded-sm text-primary-ink underline-offset-4 hover:underline"
                >
                  {journey.name}
                </Link>
                <Moment at={at} />
              </li>
            ))}
          </ul>
        ) : error ? null : (
          <Skeleton className="h-24" />
        )}
      </CardContent>
    </Card>
  );
}
