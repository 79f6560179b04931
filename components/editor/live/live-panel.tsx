"use client";

import type { LiveHop } from "#data";
import { useEditor } from "../state/context.tsx";
import { LiveFeed } from "./live-feed.tsx";
import { LiveTotals } from "./live-totals.tsx";
import { StepNumbers } from "./step-numbers.tsx";

type LivePanelProps = { journeyId: string; isConnected: boolean; hops: readonly LiveHop[] };

/** Beside the live canvas: the totals and the feed, or the numbers of the chosen step with the way to its people. */
export function LivePanel({ journeyId, isConnected, hops }: LivePanelProps) {
  const nodeId = useEditor((state) => (state.opened?.kind === "node" ? state.opened.id : null));
  return (
    <aside
      aria-label="Live"
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-l bg-card max-lg:w-72 max-md:w-full max-md:border-t max-md:border-l-0"
    >
      {nodeId ? (
        <StepNumbers key={nodeId} journeyId={journeyId} nodeId={nodeId} />
      ) : (
        <LiveTotals isConnected={isConnected} />
      )}
      <LiveFeed
        journeyId={journeyId}
        hops={nodeId ? hops.filter((hop) => hop.toNodeId === nodeId || hop.fromNodeId === nodeId) : hops}
      />
    </aside>
  );
}
