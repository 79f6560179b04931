"use client";
import { ChevronRight } from "lucide-react";
import { type PersonEvent, personLabel } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Link } from "#ui/link";
import { propertiesLine } from "./properties-line.ts";

/** Events as expandable lines; `showPerson` adds the person. */
export function EventList({ events, showPerson }: { events: PersonEvent[]; showPerson?: boolean }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-card shadow-raised">
      {events.map((event) => (
        <li key={event.id}>
          <details className="group/event">
            <summary className="grid list-none grid-cols-[auto_1fr_auto] items-center gap-x-3 px-3 py-2 text-ui transition-colors hover:bg-muted/60 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden
                className="size-3.5 text-muted-foreground transition-transform group-open/event:rotate-90"
              />
              <span className="flex min-w-0 items-baseline gap-x-3 max-sm:flex-wrap">
                {showPerson ? <span className="w-full truncate sm:w-44 sm:shrink-0">{whoOf(event)}</span> : null}
                <span className="min-w-0 truncate font-medium font-mono text-xs sm:shrink-0">{event.name}</span>
                {event.imported ? <Badge variant="outline">Imported</Badge> : null}
                <span className="truncate text-muted-foreground text-xs">{propertiesLine(event.properties)}</span>
              </span>
              <Ago at={event.receivedAt} className="whitespace-nowrap text-muted-foreground text-xs" />
            </summary>
            <div className="grid gap-2 border-t bg-muted/40 px-3 py-3 sm:px-9">
              {showPerson ? <PersonLine event={event} /> : null}
              <pre className="overflow-x-auto whitespace-pre-wrap break-words font-mono text-xs leading-5">
                {JSON.stringify(event.properties, null, 2)}
              </pre>
              <p className="text-muted-foreground text-xs">
                Happened {event.timestamp} · received {event.receivedAt}
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

const whoOf = ({ endUser, personId }: PersonEvent) => (endUser ? personLabel(endUser) : personId);

function PersonLine({ event }: { event: PersonEvent }) {
  return (
    <p className="text-ui">
      by{" "}
      <Link
        href={`/people/${event.personId}`}
        className="rounded-sm font-medium text-primary-ink underline-offset-4 hover:underline"
      >
        {whoOf(event)}
      </Link>
    </p>
  );
}
