"use client";

import { ArrowRight, UsersRound, X } from "lucide-react";
import Link from "next/link";
import type { LiveHop } from "#data";
import { Button } from "#ui/button";
import { nodeById } from "../document/graph.ts";
import { readable } from "../document/readable.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { useLiveNumbers } from "./live-context.tsx";
import { LiveFeed } from "./live-feed.tsx";
import { LiveTotals } from "./live-totals.tsx";
import { count, share } from "./numbers.ts";

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

function StepNumbers({ journeyId, nodeId }: { journeyId: string; nodeId: string }) {
  const node = useEditor((state) => nodeById(state.canvas, nodeId));
  const stats = useLiveNumbers().nodes.get(nodeId);
  const { open } = useActions();
  const entered = stats?.entered ?? 0;
  const rows: [string, number][] = [
    ["Here now", stats?.waiting ?? 0],
    ["Went on", stats?.advanced ?? 0],
    ["Left the journey here", stats?.exited ?? 0],
    ["Failed here", stats?.failed ?? 0],
  ];
  return (
    <section aria-label="Numbers of the step" className="grid gap-3 border-b px-4 py-3.5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="min-w-0 truncate font-medium text-sm">{readable(node?.name ?? "")}</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Back to the whole journey" onClick={() => open(null)}>
          <X />
        </Button>
      </div>
      <dl className="grid gap-1.5 text-ui">
        <Row label="Entered" value={entered} />
        {rows.map(([label, value]) => (
          <Row key={label} label={label} value={value} of={entered} />
        ))}
      </dl>
      <Button asChild variant="outline">
        <Link href={`/journeys/${journeyId}/enrollments?nodeId=${nodeId}&status=ACTIVE`}>
          <UsersRound /> People here <ArrowRight className="ml-auto" />
        </Link>
      </Button>
    </section>
  );
}

function Row({ label, value, of }: { label: string; value: number; of?: number }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="tabular font-medium">
        {count(value)}
        {of === undefined ? null : (
          <span className="ml-2 inline-block w-9 text-right font-normal text-muted-foreground text-xs">
            {share(value, of)}
          </span>
        )}
      </dd>
    </div>
  );
}
