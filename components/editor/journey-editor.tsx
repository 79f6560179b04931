"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { type JourneyDetail, useJourney } from "#data";
import { useDraftKeeping } from "#drafts";
import { loadedOnUse, PageError } from "#shell";
import { BuildView } from "./build-view.tsx";
import { createSession } from "./saving/session.ts";

const LiveView = loadedOnUse(async () => (await import("./live/live-view.tsx")).LiveView);

export type JourneyEditorProps = {
  journeyId: string;
  /** The view to show; by default it depends on the address (`?view=live`). */
  mode?: "build" | "live";
};

/** One journey on the canvas: the editor or the live view. */
export function JourneyEditor(props: JourneyEditorProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Editor {...props} />
    </Suspense>
  );
}

function Editor({ journeyId, mode }: JourneyEditorProps) {
  const { data: journey, error, refetch } = useJourney(journeyId);
  const asked = useSearchParams().get("view") === "live" ? "live" : "build";
  if (!journey) return error ? <PageError error={error} onRetry={refetch} /> : <Loading />;
  return <Faces key={journey.id} journey={journey} mode={mode ?? asked} />;
}

/** Keeps the draft's history while the live view is shown. */
function Faces({ journey, mode }: { journey: JourneyDetail; mode: "build" | "live" }) {
  const keeping = useDraftKeeping();
  const [session] = useState(() => createSession(journey, (opened) => keeping().drafts.open(opened)));
  return mode === "live" ? <LiveView journey={journey} /> : <BuildView journey={journey} session={session} />;
}

function Loading() {
  return <div className="min-h-0 flex-1 bg-canvas" aria-busy />;
}
