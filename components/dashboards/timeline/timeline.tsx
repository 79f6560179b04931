"use client";
import type { Delivery } from "#data";
import { formatSpan, Moment } from "#shell";
import { Badge } from "#ui/badge";
import { cn } from "#ui/cn";
import { DeliveryChip } from "../deliveries/delivery-chip.tsx";
import { NodeIcon } from "./node-icon.tsx";
import { Receipt } from "./receipt.tsx";
import { ShownMessage } from "./shown-message.tsx";
import type { TimelineStep } from "./steps.ts";

const ENDED_BADLY = ["failed", "loop"];

export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol aria-label="Timeline" className="grid grid-cols-1">
      {steps.map((step, index) => (
        <Step key={step.id} step={step} last={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Step({ step, last }: { step: TimelineStep; last: boolean }) {
  const bad = ENDED_BADLY.includes(step.cause);
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
      <div className="flex flex-col items-center">
        <span
          className={cn(
            "grid size-8 shrink-0 place-items-center rounded-full border bg-card text-muted-foreground shadow-raised",
            bad && "border-destructive/40 bg-destructive-soft text-destructive-ink",
          )}
        >
          <NodeIcon type={step.node?.type ?? null} className="size-4" />
        </span>
        {last ? null : <span aria-hidden className="w-px flex-1 bg-border" />}
      </div>
      <div className={cn("grid min-w-0 grid-cols-1 content-start gap-1.5 pt-1", last ? "pb-1" : "pb-6")}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="min-w-0 break-words font-medium text-sm">
            {step.node?.name ?? "End of the enrollment"}
            {step.isOtherVersion ? (
              <Badge variant="outline" className="ml-2">
                Version {step.version}
              </Badge>
            ) : null}
          </h3>
          <p className="text-muted-foreground text-xs">
            <Moment at={step.at} />
            {step.after !== null && step.after >= 1 ? ` · ${formatSpan(step.after)} later` : ""}
          </p>
        </div>
        <p className="text-muted-foreground text-ui">{step.sentence}</p>
        {step.deliveries.map((delivery: Delivery) => (
          <div key={delivery.id} className="grid grid-cols-1 gap-1">
            <DeliveryChip delivery={delivery} />
            <ShownMessage delivery={delivery} />
          </div>
        ))}
        <Receipt receipt={step.receipt} cause={step.cause} />
      </div>
    </li>
  );
}
