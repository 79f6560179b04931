"use client";
import { type ReactNode, useId, useState } from "react";
import type { Plan } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { PlanBacktest } from "./plan-backtest.tsx";
import { PlanChanges } from "./plan-changes.tsx";
import { PlanDecision } from "./plan-decision.tsx";
import { PlanOutcome } from "./plan-outcome.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { effectSentences, PLAN_WORDS, toleranceSentence } from "./words.ts";

/** One plan: what, why, what it changes, whom it touches, and the two decisions. */
export function PlanCard({ plan }: { plan: Plan }) {
  const [asking, setAsking] = useState<"approve" | "reject" | null>(null);
  const [isOpen, setOpen] = useState(plan.status === "pending");
  const detailsId = useId();
  const { label, tone } = PLAN_WORDS[plan.status];
  return (
    <Card aria-labelledby={`plan-${plan.id}`}>
      <CardHeader className="flex flex-wrap items-center gap-2">
        <CardTitle id={`plan-${plan.id}`}>{plan.title}</CardTitle>
        <Badge variant={tone}>{label}</Badge>
        <Button
          variant="link"
          size="sm"
          className="ml-auto"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Hide details" : "Show details"}
        </Button>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-4 text-ui">
        <p className="text-muted-foreground">
          <Link className="underline" href={`/journeys/${plan.journey.id}`}>
            {plan.journey.name}
          </Link>
          , draft {plan.revision}, handed in by {plan.proposedBy.kind === "key" ? "the key " : ""}
          {plan.proposedBy.name} <Ago at={plan.createdAt} />
        </p>
        {plan.reason ? <p className="whitespace-pre-wrap">{plan.reason}</p> : null}
        <PlanOutcome plan={plan} />
        <div id={detailsId} className="grid grid-cols-1 gap-4" hidden={!isOpen}>
          {isOpen ? <Details plan={plan} /> : null}
        </div>
      </CardContent>
      {plan.status === "pending" ? (
        <CardFooter className="flex flex-wrap items-center gap-2">
          <Button disabled={!plan.mayDecide} onClick={() => setAsking("approve")}>
            Approve and publish
          </Button>
          <Button variant="outline" onClick={() => setAsking("reject")}>
            Reject
          </Button>
          <p className="text-muted-foreground text-xs">
            {plan.mayDecide
              ? toleranceSentence(plan)
              : "Another person, or somebody with a higher role, has to approve this."}
          </p>
        </CardFooter>
      ) : null}
      <PlanDecision plan={plan} asking={asking} onClose={() => setAsking(null)} />
    </Card>
  );
}

function Details({ plan }: { plan: Plan }) {
  return (
    <>
      <Part title="What changes">
        <PlanChanges plan={plan} />
      </Part>
      <Part title="Whom it touches">
        <ul className="grid list-disc gap-1 pl-5">
          {effectSentences(plan).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <PlanSteps steps={plan.effect.steps} />
      </Part>
      {plan.backtest ? (
        <Part title="What the past would have given">
          <PlanBacktest backtest={plan.backtest} />
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="font-medium">{title}</h3>
      {children}
    </div>
  );
}
