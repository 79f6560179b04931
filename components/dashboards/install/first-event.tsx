"use client";
import { CircleCheck, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { type PersonEvent, personLabel, type Site, useEvents } from "#data";
import { PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { EventList } from "../events/event-list.tsx";

const SHOWN = 5;

/** Waits for events that pages of the site send from now on, and shows them. */
export function FirstEvent({ site }: { site: Site }) {
  const events = useEvents({ page: 1, limit: 100, name: null, personId: null }, true);
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const rows = events.data?.data;
  if (rows && before === null) setBefore(new Set(rows.map(({ id }) => id)));
  const fresh = before ? (rows ?? []).filter(({ id, siteId }) => siteId === site.id && !before.has(id)) : [];
  const [latest] = fresh;
  return (
    <Card aria-labelledby="first-event">
      <CardHeader>
        <CardTitle id="first-event">2. Open one of your pages</CardTitle>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-4">
        {events.error ? <PageError error={events.error} onRetry={events.refetch} /> : null}
        <div role="status">{latest ? <Arrived event={latest} count={fresh.length} /> : <Waiting />}</div>
        {latest ? (
          <EventList events={fresh.slice(0, SHOWN)} showPerson />
        ) : (
          <ul className="grid max-w-prose list-disc gap-1 pl-5 text-muted-foreground text-ui">
            <li>Reload the page, and look into the console of its browser: a refusal says why.</li>
            <li>401: the key is not the one above. 403: the origin of the page is not one of the site’s.</li>
            <li>
              A message that arrived but cannot be stored is under{" "}
              <Link href="/events?tab=refused" className="text-primary-ink underline underline-offset-4">
                Events → Refused
              </Link>
              .
            </li>
          </ul>
        )}
      </CardContent>
    </Card>
  );
}

function Waiting() {
  return (
    <p className="flex items-center gap-2 text-ui">
      <LoaderCircle aria-hidden className="size-4 text-muted-foreground motion-safe:animate-spin" />
      Waiting for the first event…
    </p>
  );
}

function Arrived({ event, count }: { event: PersonEvent; count: number }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex min-w-0 items-center gap-2 font-medium text-ui">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success-ink" />
        {count === 1 ? "The first event is here" : `${count} events are here`}
      </p>
      <Button asChild variant="outline" size="sm">
        <Link href={`/people/${event.personId}`}>
          {event.endUser ? `See ${personLabel(event.endUser)}` : "See the person"}
        </Link>
      </Button>
    </div>
  );
}
