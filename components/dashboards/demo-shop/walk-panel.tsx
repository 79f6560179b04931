"use client";
import { ArrowUpRight, Circle, CircleCheck, MapPin } from "lucide-react";
import { type EnrollmentDetail, type JourneyDetail, useJourney, useWalk } from "#data";
import { PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { EventList } from "../events/event-list.tsx";
import { wayOf } from "./way-of.ts";

type WalkPanelProps = { journeyId: string; shopper: string; onNew: () => void };

/** Who the visitor is, at which step they are, and what arrived from their page. */
export function WalkPanel({ journeyId, shopper, onNew }: WalkPanelProps) {
  const walk = useWalk(journeyId, shopper);
  const journey = useJourney(journeyId);
  const error = walk.error ?? journey.error;
  if (error) return <PageError error={error} onRetry={() => void walk.refetch()} />;
  if (!walk.data || !journey.data) return <Skeleton className="h-96" />;
  const { person, enrollment, events } = walk.data;
  return (
    <div className="grid min-w-0 gap-5">
      <Card aria-labelledby="walk-title">
        <CardHeader>
          <CardTitle id="walk-title">Where you are</CardTitle>
          <p className="text-muted-foreground text-ui">
            You are <span className="font-mono text-xs">{shopper}</span>.
          </p>
        </CardHeader>
        <CardContent className="grid gap-4">
          <Steps journey={journey.data} enrollment={enrollment} />
          <div className="flex flex-wrap gap-2">
            <Elsewhere href={`/journeys/${journeyId}?view=live`}>On the canvas</Elsewhere>
            {enrollment ? (
              <Elsewhere href={`/journeys/${journeyId}/enrollments/${enrollment.id}`}>Why here</Elsewhere>
            ) : null}
            {person ? <Elsewhere href={`/people/${person.id}`}>Your page</Elsewhere> : null}
            <Button variant="ghost" size="sm" onClick={onNew}>
              Come as someone else
            </Button>
          </div>
        </CardContent>
      </Card>
      <section aria-labelledby="heard-title" className="grid min-w-0 gap-2">
        <h2 id="heard-title" className="font-medium text-ui">
          What arrived from you
        </h2>
        {events.length > 0 ? (
          <EventList events={[...events]} />
        ) : (
          <p className="text-muted-foreground text-ui">Nothing yet. Click something in the shop.</p>
        )}
      </section>
    </div>
  );
}

/** In a tab of its own, so that the shop stays. */
function Elsewhere({ href, children }: { href: string; children: string }) {
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={href} target="_blank">
        {children} <ArrowUpRight aria-hidden />
      </Link>
    </Button>
  );
}

const MARKS = {
  passed: { icon: CircleCheck, says: "passed", classes: "text-success-ink" },
  here: { icon: MapPin, says: "you are here", classes: "text-primary-ink" },
  ahead: { icon: Circle, says: "not reached", classes: "text-muted-foreground" },
} as const;

function Steps({ journey, enrollment }: { journey: JourneyDetail; enrollment: EnrollmentDetail | null }) {
  return (
    <ol className="grid gap-1.5" aria-label="Steps of the journey">
      {wayOf(journey.nodes, enrollment).map(({ id, name, mark }) => {
        const { icon: Icon, says, classes } = MARKS[mark];
        return (
          <li
            key={id}
            aria-current={mark === "here" ? "step" : undefined}
            className="flex items-center gap-2 rounded-md px-2 py-1 text-ui aria-[current]:bg-primary-soft aria-[current]:font-medium"
          >
            <Icon aria-hidden className={`size-4 shrink-0 ${classes}`} />
            <span className="min-w-0 break-words">{name.replaceAll("_", " ")}</span>
            <span className="ml-auto whitespace-nowrap text-muted-foreground text-xs">{says}</span>
          </li>
        );
      })}
    </ol>
  );
}
