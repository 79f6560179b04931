"use client";

import type { JourneyStatus, LiveHop, LiveState } from "#data";
import { useEditor } from "../state/context.tsx";
import { LiveFeed } from "./live-feed.tsx";
import { LiveTotals } from "./live-totals.tsx";
import { StepNumbers } from "./step-numbers.tsx";

type LivePanelProps = { journeyId: string; status: JourneyStatus; state: LiveState; hops: readonly LiveHop[] };

/** Beside the live canvas: the totals and the feed, or the numbers of the selected step with a link to its people. */
export function LivePanel({ journeyId, status, state, hops }: LivePanelProps) {
  const nodeId = useEditor(({ opened }) => (opened?.kind === "node" ? opened.id : null));
  return (
    <aside
      aria-label="Live"
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-l bg-card max-lg:w-72 max-md:w-full max-md:border-t max-md:border-l-0"
    >
      {nodeId ? (
        <StepNumbers key={nodeId} journeyId={journeyId} nodeId={nodeId} />
      ) : (
        <LiveTotals status={status} state={state} />
      )}
      <LiveFeed
        journeyId={journeyId}
        status={status}
        hops={nodeId ? hops.filter((hop) => hop.toNodeId === nodeId || hop.fromNodeId === nodeId) : hops}
      />
    </aside>
  );
}
