"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { PersonPicker } from "#dashboards";
import { personLabel, problemMessage, useMoments, usePerson } from "#data";
import type { JsonObject } from "#journey";
import { Ago } from "#shell";
import { useJourneyInfo } from "../../state/journey-info.tsx";
import { tidyConfig } from "../tidy-config.ts";
import type { StepValues } from "../use-node-form.ts";
import { clockWords } from "./clock-words.ts";
import { MomentList, wallClock } from "./moment-list.tsx";
import { useSettled } from "./use-settled.ts";

const PAUSE_MS = 300;

type Kind = "WAIT" | "TRIGGER";
const TITLES: Record<Kind, string> = { WAIT: "Would continue at…", TRIGGER: "Would enter at…" };
const NAMES: Record<Kind, string> = { WAIT: "Would continue", TRIGGER: "Would enter" };
const ENDLESS: Record<Kind, string> = { WAIT: "would wait forever", TRIGGER: "would not enter" };

/** For a chosen person: when they would continue if they arrived at this step now, or when their date enrolls them. */
export function MomentsForPerson({ type }: { type: Kind }) {
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <section aria-label={NAMES[type]} className="grid gap-2 rounded-lg border bg-muted/40 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-ui">{TITLES[type]}</h3>
        <PersonPicker label="For" value={personId} onChange={setPersonId} empty="Choose a person" />
      </div>
      <div aria-live="polite" className="text-ui">
        {personId ? (
          <Answer key={personId} type={type} personId={personId} />
        ) : (
          <p className="text-muted-foreground text-xs">Choose a person to see the time and its time zone.</p>
        )}
      </div>
    </section>
  );
}

function Answer({ type, personId }: { type: Kind; personId: string }) {
  const values = useFormContext<StepValues>().watch();
  const { journeyId } = useJourneyInfo();
  const config = useSettled(tidyConfig(structuredClone(values) as JsonObject), PAUSE_MS);
  const person = usePerson(personId).data;
  const { data, error } = useMoments(journeyId, { type, config, personId });
  if (error) return <p className="text-destructive-ink text-xs">{problemMessage(error)}</p>;
  if (!person || !data) return <p className="text-muted-foreground">…</p>;
  const [first, ...others] = data.moments;
  const who = personLabel(person);
  if (first === undefined)
    return (
      <p className="text-muted-foreground">
        {who} {ENDLESS[type]}: the date is missing or past, or the step is not filled in yet.
      </p>
    );
  if (first.at <= data.now) return <p>{who} would continue immediately.</p>;
  return (
    <div className="grid gap-0.5" data-would-continue={first.at}>
      <p className="font-medium">{wallClock(first.local)}</p>
      <p className="text-muted-foreground text-xs">
        {clockWords(data)} · <Ago at={first.at} />
      </p>
      <MomentList moments={others} />
    </div>
  );
}
