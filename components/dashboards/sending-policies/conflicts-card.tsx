"use client";
import { Shuffle } from "lucide-react";
import { type JourneyConflict, useJourneyConflicts } from "#data";
import { EmptyState, PageError, peopleCount } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { channelLabel } from "#words";

/** Pairs of journeys that reach the same people. */
export function ConflictsCard() {
  const { data, error, refetch } = useJourneyConflicts();
  return (
    <Card className="max-w-3xl" aria-labelledby="conflicts-title">
      <CardHeader>
        <CardTitle id="conflicts-title">Journeys that reach the same people</CardTitle>
        <CardDescription>
          {data && !data.exact
            ? "Estimated from a share of all people. Messages of the last seven days."
            : "Messages of the last seven days."}
        </CardDescription>
      </CardHeader>
      <CardContent>
        {error ? <PageError error={error} onRetry={refetch} /> : null}
        {data ? <Conflicts conflicts={data.conflicts} /> : error ? null : <Skeleton className="h-24" />}
      </CardContent>
    </Card>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly JourneyConflict[] }) {
  if (conflicts.length === 0)
    return (
      <EmptyState
        icon={Shuffle}
        title="No two journeys meet"
        text="Nobody is in two journeys at once, or got messages of two on a channel within a day."
        className="py-8"
      />
    );
  return (
    <ul className="grid divide-y">
      {conflicts.map(({ journeys: [one, other], inBoth, sameChannel }) => (
        <li key={`${one.id} ${other.id}`} className="grid gap-0.5 py-2.5 text-ui">
          <p className="font-medium">
            <JourneyLink {...one} /> and <JourneyLink {...other} />
          </p>
          <p className="text-muted-foreground">
            {inBoth > 0 ? `${peopleCount(inBoth)} in both now. ` : ""}
            {sameChannel.map(({ channel, people }) => metWords(channel, people)).join(" ")}
          </p>
        </li>
      ))}
    </ul>
  );
}

const metWords = (channel: string, people: number): string =>
  `${channelLabel(channel)} of both within 24 hours: ${peopleCount(people)}.`;

const JourneyLink = ({ id, name }: { id: string; name: string }) => (
  <Link href={`/journeys/${id}`} className="rounded-sm text-primary-ink underline-offset-4 hover:underline">
    {name}
  </Link>
);
