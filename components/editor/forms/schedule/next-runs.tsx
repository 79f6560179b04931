"use client";

import { problemMessage, useMoments } from "#data";
import type { JsonObject } from "#journey";
import { Button } from "#ui/button";
import { useJourneyInfo } from "../../state/journey-info.tsx";
import { clockWords } from "../moments/clock-words.ts";
import { MomentList } from "../moments/moment-list.tsx";
import { useSettled } from "../moments/use-settled.ts";
import { tidyConfig } from "../tidy-config.ts";
import { cronWords } from "./cron-words.ts";

const PAUSE_MS = 300;

/** The schedule in a sentence, and its next times as computed by the server. */
export function NextRuns({ config }: { config: JsonObject }) {
  const { journeyId } = useJourneyInfo();
  const words = typeof config.cron === "string" ? cronWords(config.cron) : null;
  const triggerConfig = useSettled(tidyConfig(config), PAUSE_MS);
  const isEmpty = triggerConfig.cron === undefined && triggerConfig.at === undefined;
  const asked = isEmpty ? null : { type: "TRIGGER" as const, config: { triggerType: "SCHEDULE", triggerConfig } };
  const { data, error } = useMoments(journeyId, asked);
  if (error) return <p className="text-destructive-ink text-xs">{problemMessage(error)}</p>;
  if (isEmpty || (data?.zone === null && data.problem?.includes("not filled in")))
    return <p className="text-muted-foreground text-xs">The next times are shown once the schedule is filled in.</p>;
  if (data?.zone === null)
    return <p className="text-warning-ink text-xs">No times can be shown: {data.problem ?? "nothing is known yet"}.</p>;
  return (
    <section
      aria-label="Next times"
      aria-live="polite"
      className="grid gap-1 rounded-lg border bg-muted/40 p-3 text-ui"
    >
      {words ? <p className="font-medium">{words}</p> : null}
      {data?.problem ? <p className="text-warning-ink">{data.problem}.</p> : null}
      <MomentList moments={data?.moments ?? []} />
      <p className="text-muted-foreground text-xs">{data ? clockWords(data) : "…"}</p>
      <Entering />
    </section>
  );
}

/** The people whom the schedule enrolls: without an audience, everyone in the workspace. */
function Entering() {
  const { audience, canEdit, openSettings } = useJourneyInfo();
  if (audience) return <p className="text-muted-foreground text-xs">Everyone in the segment “{audience}” enters.</p>;
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="text-warning-ink text-xs">Everyone in the workspace enters, because no audience is chosen.</p>
      {canEdit ? (
        <Button variant="outline" size="sm" onClick={() => openSettings("audienceId")}>
          Choose…
        </Button>
      ) : null}
    </div>
  );
}
