"use client";

import { ArrowRight, UsersRound, X } from "lucide-react";
import type { NodeStats } from "#data";
import { labelOf } from "#journey";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { nodeById } from "../document/graph.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { arrivalsOf } from "./arrivals.ts";
import { type LiveNumbers, useLiveNumbers } from "./live-context.tsx";
import { count, share } from "./numbers.ts";
import { StepMessages } from "./step-messages.tsx";

type Line = [label: string, value: number];

/** The numbers of the selected step: arrivals, outcomes, and a link to the people here. */
export function StepNumbers({ journeyId, nodeId }: { journeyId: string; nodeId: string }) {
  const node = useEditor((state) => nodeById(state.canvas, nodeId));
  const numbers = useLiveNumbers();
  const stats = numbers.nodes.get(nodeId);
  const { open } = useActions();
  const entered = stats?.entered ?? 0;
  const { came, became } = stats ? linesOf(stats, numbers) : { came: [], became: [] };
  const version = numbers.version === null ? "" : `&version=${numbers.version}`;
  return (
    <section aria-label="Numbers of the step" className="grid gap-3 border-b px-4 py-3.5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="min-w-0 truncate font-medium text-sm">{node ? labelOf(node) : ""}</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Back to the whole journey" onClick={() => open(null)}>
          <X />
        </Button>
      </div>
      <dl className="grid gap-1.5 text-ui">
        <Row label="Entered" value={entered} isSum />
        {came.map(([label, value]) => (
          <Row key={label} label={label} value={value} of={entered} />
        ))}
      </dl>
      <dl aria-label="Outcome" className="grid gap-1.5 border-t pt-3 text-ui">
        {became.map(([label, value]) => (
          <Row key={label} label={label} value={value} of={entered} />
        ))}
      </dl>
      <StepMessages journeyId={journeyId} nodeId={nodeId} version={numbers.version} />
      <Button asChild variant="outline">
        <Link href={`/journeys/${journeyId}/enrollments?nodeId=${nodeId}&status=ACTIVE${version}`}>
          <UsersRound /> People here <ArrowRight className="ml-auto" />
        </Link>
      </Button>
    </section>
  );
}

/** Both lists add up to the people who entered. Arrivals with zero are left out, outcomes are not. */
function linesOf(stats: NodeStats, { drawnInto }: LiveNumbers): { came: Line[]; became: Line[] } {
  const { started, drawn, former, moved, other } = arrivalsOf(stats, drawnInto);
  const came: Line[] = [
    ["Started here", started],
    ["Through the connections shown", drawn],
    ["Through connections of other versions", former],
    ["Moved here by publishing", moved],
    ["Retried, or moved before moves were counted", other],
  ];
  const became: Line[] = [
    ["Here now", stats.waiting],
    ["Continued", stats.advanced],
    ["Left the journey here", stats.exited - stats.movedOut],
    ["Failed here", stats.failed],
    ...(stats.movedOut > 0 ? [["Moved away by publishing", stats.movedOut] satisfies Line] : []),
  ];
  return { came: came.filter(([, value]) => value > 0), became };
}

type RowProps = { label: string; value: number; of?: number; isSum?: boolean };

function Row({ label, value, of, isSum = false }: RowProps) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className={isSum ? "font-medium" : "text-muted-foreground"}>{label}</dt>
      <dd className="tabular whitespace-nowrap font-medium">
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
