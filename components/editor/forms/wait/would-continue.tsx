"use client";

import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { PersonPicker } from "#dashboards";
import { personLabel, usePerson } from "#data";
import { waitUntil } from "#engine";
import type { JsonObject } from "#journey";
import { Ago, formatMoment, useTimezone } from "#shell";
import { useJourneyInfo } from "../../state/journey-info.tsx";
import { tidyConfig } from "../tidy-config.ts";
import type { StepValues } from "../use-node-form.ts";
import { zoneOf } from "./zone-of.ts";

const TICK_MS = 15_000;

/** For a chosen person: when they would go on if they came to this step now. */
export function WouldContinue() {
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <section aria-label="Would continue" className="grid gap-2 rounded-lg border bg-muted/40 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-ui">Would continue at…</h3>
        <PersonPicker label="For" value={personId} onChange={setPersonId} empty="Choose a person" />
      </div>
      <div aria-live="polite" className="text-ui">
        {personId ? (
          <Answer key={personId} personId={personId} />
        ) : (
          <p className="text-muted-foreground text-xs">Choose somebody to see the moment, in their own time zone.</p>
        )}
      </div>
    </section>
  );
}

function Answer({ personId }: { personId: string }) {
  const config = useFormContext<StepValues>().watch();
  const { settings } = useJourneyInfo();
  const workspaceTimezone = useTimezone() ?? "UTC";
  const person = usePerson(personId).data;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!person) return <p className="text-muted-foreground">…</p>;
  const journeyTimezone = typeof settings.timezone === "string" ? settings.timezone : null;
  const at = waitUntil(tidyConfig(structuredClone(config) as JsonObject), {
    traits: person.traits,
    workspaceTimezone,
    journeyTimezone,
    now,
  });
  const { zone, source } = zoneOf(person.traits, journeyTimezone, workspaceTimezone);
  if (at === null)
    return (
      <p className="text-muted-foreground">
        {personLabel(person)} would wait without an end: the date is missing, or the step is not filled in yet.
      </p>
    );
  if (at <= now) return <p>{personLabel(person)} would go on at once.</p>;
  return (
    <div className="grid gap-0.5" data-would-continue={new Date(at).toISOString()}>
      <p className="font-medium">{formatMoment(at, zone)}</p>
      <p className="text-muted-foreground text-xs">
        {zone}, {source} · <Ago at={new Date(at).toISOString()} />
      </p>
    </div>
  );
}
