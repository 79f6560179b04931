"use client";

import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { useJourney } from "#data";
import { PageError } from "#shell";
import { BuildView } from "./build-view.tsx";
import { LiveView } from "./live/live-view.tsx";

export type JourneyEditorProps = {
  journeyId: string;
  /** Which face to show; without it the address decides (`?view=live`). */
  mode?: "build" | "live";
};

/** One journey on the canvas: to be built, or live with the people in it. */
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
  return (mode ?? asked) === "live" ? <LiveView journey={journey} /> : <BuildView key={journey.id} journey={journey} />;
}

function Loading() {
  return <div className="min-h-0 flex-1 bg-canvas" aria-busy />;
}
