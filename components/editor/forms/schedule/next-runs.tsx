"use client";

import type { JsonObject } from "#journey";
import { Ago, formatMoment, useTimezone } from "#shell";
import { Button } from "#ui/button";
import { useJourneyInfo } from "../../state/journey-info.tsx";
import { cronWords } from "./cron-words.ts";
import { foretell } from "./foretold.ts";

/** The schedule in a sentence, and when it next lets people in. */
export function NextRuns({ config }: { config: JsonObject }) {
  const workspace = useTimezone() ?? "UTC";
  const words = typeof config.cron === "string" ? cronWords(config.cron) : null;
  const foretold = foretell(config, workspace, Date.now());
  if (foretold === null)
    return (
      <p className="text-warning-ink text-xs">
        No times can be shown: {String(config.timezone || workspace)} is not a known time zone. Write it like
        Europe/Berlin.
      </p>
    );
  const { zone, isOwnZone, runs } = foretold;
  if (!words && runs.length === 0)
    return <p className="text-muted-foreground text-xs">Once it is filled in, the next times stand here.</p>;
  return (
    <section
      aria-label="Next times"
      aria-live="polite"
      className="grid gap-1 rounded-lg border bg-muted/40 p-3 text-ui"
    >
      {words ? <p className="font-medium">{words}</p> : null}
      {runs.length === 0 ? <p className="text-warning-ink">It will never come: the time is past.</p> : null}
      <ol className="grid gap-0.5 text-muted-foreground text-xs">
        {runs.map((at) => (
          <li key={at} className="flex justify-between gap-3">
            <span>{formatMoment(at, zone)}</span>
            <Ago at={new Date(at).toISOString()} />
          </li>
        ))}
      </ol>
      <p className="text-muted-foreground text-xs">
        {zone}
        {isOwnZone ? "" : ", the workspace’s zone"}
      </p>
      <Entering />
    </section>
  );
}

/** Whom the schedule lets in: without an audience that is everybody there is. */
function Entering() {
  const { audience, canEdit, openSettings } = useJourneyInfo();
  if (audience) return <p className="text-muted-foreground text-xs">Everybody in the segment “{audience}” enters.</p>;
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="text-warning-ink text-xs">Everybody in the workspace enters, as no audience is chosen.</p>
      {canEdit ? (
        <Button variant="outline" size="sm" onClick={openSettings}>
          Choose…
        </Button>
      ) : null}
    </div>
  );
}
