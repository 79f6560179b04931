"use client";

import { Ban, Send } from "lucide-react";
import type { TestDelivery, TestRun } from "#data";
import { type Canvas, labelOf, readableName } from "#journey";
import { countOf, formatMoment, formatSpan, Notice, useTimezone } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { nodeById } from "../../document/graph.ts";
import { stepKinds } from "../../nodes/step-kinds.ts";
import { useActions, useEditor } from "../../state/context.tsx";
import { type WhatIf, whatIfsOf } from "./what-ifs.ts";

const OUTCOMES = {
  active: { word: "Still waiting", variant: "default" },
  completed: { word: "Completed", variant: "success" },
  stopped: { word: "Stopped", variant: "warning" },
  failed: { word: "Failed", variant: "destructive" },
  not_entered: { word: "Would not enter", variant: "warning" },
} as const;

type TestResultProps = { run: TestRun; canvas: Canvas; onTry: (what: WhatIf) => void };

/** The outcome of a run, every decision, and the messages that would have been sent. */
export function TestResult({ run, canvas, onTry }: TestResultProps) {
  const { word, variant } = OUTCOMES[run.outcome.status] ?? OUTCOMES.active;
  return (
    <>
      <section aria-label="Outcome" className="grid gap-1.5" data-outcome={run.outcome.status}>
        <Badge variant={variant}>{word}</Badge>
        <p className="text-ui">{run.outcome.sentence}</p>
      </section>
      <Decisions steps={run.steps} canvas={canvas} onTry={onTry} />
      <Deliveries deliveries={run.deliveries} />
      <Notice tone="neutral">Nothing was sent or stored. Waits were skipped on a virtual clock.</Notice>
    </>
  );
}

type DecisionsProps = Omit<TestResultProps, "run"> & { steps: TestRun["steps"] };

function Decisions({ steps, canvas, onTry }: DecisionsProps) {
  if (steps.length === 0) return null;
  const whatIfs = whatIfsOf(steps, canvas);
  const start = Date.parse(steps[0]?.at ?? "");
  return (
    <section aria-label="Decisions" className="grid gap-1">
      <h3 className="font-medium text-muted-foreground text-xs">{countOf(steps.length, "decision")}</h3>
      <ol className="-mx-2">
        {steps.map((step, index) => (
          <Decision
            key={`${step.at}${step.fromNodeId}${step.toNodeId}${step.edgeId}`}
            step={step}
            number={index + 1}
            seconds={(Date.parse(step.at) - start) / 1000}
            whatIfs={whatIfs.get(index) ?? []}
            onTry={onTry}
          />
        ))}
      </ol>
    </section>
  );
}

type DecisionProps = {
  step: TestRun["steps"][number];
  number: number;
  seconds: number;
  whatIfs: readonly WhatIf[];
  onTry: (what: WhatIf) => void;
};

function Decision({ step, number, seconds, whatIfs, onTry }: DecisionProps) {
  const timezone = useTimezone();
  const { select, focus } = useActions();
  const id = step.toNodeId ?? step.fromNodeId;
  const node = useEditor(({ canvas }) => (id ? nodeById(canvas, id) : undefined));
  const kind = node ? stepKinds[node.type] : null;
  const Icon = node && kind ? kind.icon(node.config) : Ban;
  const show = () => {
    if (!node) return;
    select({ nodes: new Set([node.id]), edges: new Set() });
    focus(node.id);
  };
  return (
    <li>
      <button
        type="button"
        onClick={show}
        title={node ? "Show on the canvas" : undefined}
        className="grid w-full grid-cols-[1.75rem_minmax(0,1fr)] gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-accent"
        data-decision={number}
      >
        <span className={cn("grid size-7 place-items-center rounded-md", kind?.accent.tile ?? "bg-muted")}>
          <Icon className="size-3.5" aria-hidden />
        </span>
        <span className="min-w-0">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate font-medium text-ui">
              {step.toNodeId ? (node ? labelOf(node) : "A removed step") : "End"}
            </span>
            <time
              dateTime={step.at}
              title={formatMoment(step.at, timezone)}
              className="shrink-0 text-muted-foreground text-xs"
            >
              {seconds > 0 ? `+${formatSpan(seconds)}` : "start"}
            </time>
          </span>
          <span className="block text-muted-foreground text-xs leading-5">{step.sentence}</span>
        </span>
      </button>
      {whatIfs.map((what) => (
        <Button
          key={what.eventName}
          variant="link"
          size="sm"
          className="ml-11.5 h-6!"
          onClick={() => onTry(what)}
          data-what-if={what.eventName}
        >
          What if “{what.eventName}” comes?
        </Button>
      ))}
    </li>
  );
}

function Deliveries({ deliveries }: { deliveries: readonly TestDelivery[] }) {
  const timezone = useTimezone();
  if (deliveries.length === 0) return <p className="text-muted-foreground text-ui">Nothing would have been sent.</p>;
  return (
    <section aria-label="Deliveries" className="grid gap-1.5">
      <h3 className="font-medium text-muted-foreground text-xs">Would have been sent</h3>
      <ul className="divide-y rounded-lg border">
        {deliveries.map((delivery) => (
          <li key={`${delivery.at}${delivery.nodeId}`} className="flex items-center gap-2.5 px-3 py-2 text-ui">
            <Send className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                {delivery.subject ?? delivery.contentName ?? readableName(delivery.name)}
              </span>
              <span className="block truncate text-muted-foreground text-xs">
                {delivery.contentType}
                {delivery.recipient ? ` to ${delivery.recipient}` : ""}
              </span>
            </span>
            {delivery.sent ? null : <Badge variant="outline">cancelled</Badge>}
            <time dateTime={delivery.at} className="shrink-0 text-muted-foreground text-xs">
              {formatMoment(delivery.at, timezone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
