"use client";

import type { JourneyStatus, LiveHop } from "#data";
import { labelOf, readableName } from "#journey";
import { Link } from "#ui/link";
import { nodeById } from "../document/graph.ts";
import { stepKinds } from "../nodes/step-kinds.ts";
import { useEditor } from "../state/context.tsx";
import { useLiveNumbers } from "./live-context.tsx";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

type LiveFeedProps = { journeyId: string; status: JourneyStatus; hops: readonly LiveHop[] };

const QUIET: Readonly<Record<JourneyStatus, string>> = {
  DRAFT: "Nobody enters a draft. Publish the journey to see people here.",
  PUBLISHED: "Nothing since you opened this page. Steps appear here when people reach them.",
  PAUSED: "The journey is paused, and nothing happened since you opened this page.",
  ARCHIVED: "The journey is archived: nothing runs in it any more.",
};

/** The latest transitions, newest first; each line links to its enrollment. */
export function LiveFeed({ journeyId, status, hops }: LiveFeedProps) {
  return (
    <section aria-label="Feed" className="min-h-0 flex-1 px-2 py-3">
      <h2 className="px-2 pb-1.5 font-medium text-muted-foreground text-xs">Happening now</h2>
      {hops.length === 0 ? <p className="px-2 text-muted-foreground text-ui">{QUIET[status]}</p> : null}
      <ol>
        {hops.slice(0, 40).map((hop) => (
          <FeedLine
            key={`${hop.enrollmentId}${hop.at}${hop.fromNodeId}${hop.toNodeId}`}
            journeyId={journeyId}
            hop={hop}
          />
        ))}
      </ol>
    </section>
  );
}

function FeedLine({ journeyId, hop }: { journeyId: string; hop: LiveHop }) {
  const { nodes } = useLiveNumbers();
  const nameOf = (nodeId: string | null) => (nodeId === null ? undefined : nodes.get(nodeId)?.name);
  const to = useEditor((state) => (hop.toNodeId ? nodeById(state.canvas, hop.toNodeId) : undefined));
  const from = useEditor((state) => (hop.fromNodeId ? nodeById(state.canvas, hop.fromNodeId) : undefined));
  const node = to ?? from;
  const kind = node ? stepKinds[node.type] : null;
  const Icon = node ? kind?.icon(node.config) : null;
  return (
    <li className="fade-in-0 slide-in-from-top-1 animate-in">
      <Link
        href={`/journeys/${journeyId}/enrollments/${hop.enrollmentId}`}
        className="flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-accent"
      >
        <span className={`grid size-6 shrink-0 place-items-center rounded-md ${kind?.accent.tile ?? "bg-muted"}`}>
          {Icon ? <Icon className="size-3.5" aria-hidden /> : null}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate text-ui">{hop.personLabel}</span>
          <span className="block truncate text-muted-foreground text-xs">
            {sayHop(hop, to ? labelOf(to) : nameOf(hop.toNodeId), from ? labelOf(from) : nameOf(hop.fromNodeId))}
          </span>
        </span>
        <time dateTime={hop.at} className="shrink-0 text-[11px] text-muted-foreground">
          {time.format(new Date(hop.at))}
        </time>
      </Link>
    </li>
  );
}

const ENDS: Readonly<Record<string, string>> = { goal: "reached the goal", failed: "failed", loop: "failed in a loop" };

function sayHop(hop: LiveHop, to: string | undefined, from: string | undefined): string {
  if (hop.toNodeId)
    return `${hop.fromNodeId ? "came to" : "entered at"} ${readableName(to ?? "a step of an older version")}`;
  return `${ENDS[hop.cause] ?? "left"} at ${readableName(from ?? "the end")}`;
}
