"use client";
import { Activity, Pause, Play, Send } from "lucide-react";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useState } from "react";
import { everyRow, type PersonEvent, useCanEdit, useEventNames, useEvents } from "#data";
import { EmptyState, Page, PageError, Pager } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { CsvButton } from "../csv/csv-button.tsx";
import { PersonPicker } from "../people/person-picker.tsx";
import { SavedViewsMenu } from "../saved-views/saved-views-menu.tsx";
import { EventList } from "./event-list.tsx";
import { KeptPage } from "./kept-page.tsx";
import { RefusedPage } from "./refused-page.tsx";
import { SendEventDialog } from "./send-event-dialog.tsx";

const ALL = "all";

const TABS = ["live", "refused", "kept"] as const;

/** Events as they arrive, refused messages, and signals that could not be processed. */
export function EventsPage() {
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("live"));
  const [paused, setPaused] = useState(false);
  const [sending, setSending] = useState(false);
  const canEdit = useCanEdit();
  return (
    <Page
      title="Events"
      description="Events as they arrive. Every event is stored, whether or not a journey uses it."
      actions={
        tab === "live" ? (
          <>
            <SavedViewsMenu />
            <Button variant="outline" aria-pressed={paused} onClick={() => setPaused(!paused)}>
              {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              {paused ? "Resume stream" : "Pause stream"}
            </Button>
            {canEdit ? (
              <Button onClick={() => setSending(true)}>
                <Send aria-hidden /> Send a test event
              </Button>
            ) : null}
            <SendEventDialog open={sending} onOpenChange={setSending} />
          </>
        ) : null
      }
    >
      <Tabs value={tab} onValueChange={(next) => setTab(TABS.find((entry) => entry === next) ?? "live")}>
        <TabsList>
          <TabsTrigger value="live">Arrived</TabsTrigger>
          <TabsTrigger value="refused">Refused</TabsTrigger>
          <TabsTrigger value="kept">Failed</TabsTrigger>
        </TabsList>
        <TabsContent value="live">
          <EventTail paused={paused} />
        </TabsContent>
        <TabsContent value="refused">
          <RefusedPage />
        </TabsContent>
        <TabsContent value="kept">
          <KeptPage />
        </TabsContent>
      </Tabs>
    </Page>
  );
}

/** The latest events; live on the first page. */
function EventTail({ paused }: { paused: boolean }) {
  const [{ page, name, personId }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    name: parseAsString,
    personId: parseAsString,
  });
  const live = page === 1 && !paused;
  const events = useEvents({ page, limit: 50, name, personId }, live);
  const rows = events.data?.data;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <NameFilter value={name} onChange={(next) => setFilters({ name: next, page: null })} />
        <PersonPicker label="Person" value={personId} onChange={(next) => setFilters({ personId: next, page: null })} />
        <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
          <span aria-hidden className={live ? "size-1.5 rounded-full bg-success" : "size-1.5 rounded-full bg-input"} />
          {live ? "Live" : "Not live"}
        </p>
        <CsvButton
          name="events"
          rows={async () => (await everyRow<PersonEvent>("/api/events", { name, personId })).map(csvRow)}
          disabled={!rows || rows.length === 0}
        />
      </div>
      {events.error ? <PageError error={events.error} onRetry={events.refetch} /> : null}
      {!rows && !events.error ? <Skeleton className="h-96" /> : null}
      {rows && rows.length > 0 ? <EventList events={rows} showPerson /> : null}
      {rows?.length === 0 ? <Nothing filtered={Boolean(name || personId)} /> : null}
      <Pager meta={events.data?.meta} noun={["event", "events"]} onPage={(next) => setFilters({ page: next })} />
    </div>
  );
}

/** An event as a row of a file, its properties as JSON. */
function csvRow({ endUser, properties, ...event }: PersonEvent): Record<string, unknown> {
  return { ...event, userId: endUser?.externalId, properties: JSON.stringify(properties) };
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState
        icon={Activity}
        title="No event matches"
        text="No event with this name or from this person has arrived."
      />
    );
  return (
    <EmptyState
      icon={Activity}
      title="Waiting for the first event"
      text="Send one from your site or backend and it shows up here within a second."
      action={
        <Button asChild>
          <Link href="/settings?tab=sites">How to send events</Link>
        </Button>
      }
    />
  );
}

function NameFilter({ value, onChange }: { value: string | null; onChange: (name: string | null) => void }) {
  const names = (useEventNames().data ?? []).map((entry) => entry.name);
  const shown = value && !names.includes(value) ? [value, ...names] : names;
  return (
    <Select value={value ?? ALL} onValueChange={(next) => onChange(next === ALL ? null : next)}>
      <SelectTrigger aria-label="Name" className="w-56">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>All events</SelectItem>
        {shown.map((name) => (
          <SelectItem key={name} value={name}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
