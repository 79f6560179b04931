"use client";
import Link from "next/link";
import { useState } from "react";
import { type Plan, problemMessage, useApprovePlan, useRejectPlan } from "#data";
import { Ago, Notice } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { Question } from "../lifecycle/question.tsx";
import { backtestSentence, effectSentences, PLAN_WORDS, toleranceSentence } from "./words.ts";

/** One plan: what, why, whom it touches, and the two decisions. */
export function PlanCard({ plan }: { plan: Plan }) {
  const [asking, setAsking] = useState<"approve" | "reject" | null>(null);
  const { label, tone } = PLAN_WORDS[plan.status];
  const backtest = backtestSentence(plan);
  return (
    <Card aria-labelledby={`plan-${plan.id}`}>
      <CardHeader className="flex flex-wrap items-center gap-2">
        <CardTitle id={`plan-${plan.id}`}>{plan.title}</CardTitle>
        <Badge variant={tone}>{label}</Badge>
      </CardHeader>
      <CardContent className="grid gap-3 text-ui">
        <p className="text-muted-foreground">
          <Link className="underline" href={`/journeys/${plan.journey.id}`}>
            {plan.journey.name}
          </Link>
          , draft {plan.revision}, handed in by {plan.proposedBy.kind === "key" ? "the key " : ""}
          {plan.proposedBy.name} <Ago at={plan.createdAt} />
        </p>
        {plan.reason ? <p className="whitespace-pre-wrap">{plan.reason}</p> : null}
        <ul className="grid list-disc gap-1 pl-5">
          {effectSentences(plan).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {backtest ? <li>{backtest}</li> : null}
        </ul>
        <Outcome plan={plan} />
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
      <Decision plan={plan} asking={asking} onClose={() => setAsking(null)} />
    </Card>
  );
}

function Outcome({ plan }: { plan: Plan }) {
  if (plan.status === "pending") return null;
  return (
    <p className="text-muted-foreground">
      {PLAN_WORDS[plan.status].label}
      {plan.decidedBy ? ` by ${plan.decidedBy.name}` : ""}
      {plan.note ? `: ${plan.note}` : "."}
    </p>
  );
}

type DecisionProps = { plan: Plan; asking: "approve" | "reject" | null; onClose: () => void };

function Decision({ plan, asking, onClose }: DecisionProps) {
  const [note, setNote] = useState("");
  const approve = useApprovePlan();
  const reject = useRejectPlan();
  const decision = asking === "reject" ? reject : approve;
  const close = () => {
    approve.reset();
    reject.reset();
    onClose();
  };
  return (
    <AlertDialog open={asking !== null} onOpenChange={(open) => !open && close()}>
      <AlertDialogContent>
        <Question
          title={asking === "reject" ? `Reject “${plan.title}”?` : `Publish “${plan.journey.name}”?`}
          text={asking === "reject" ? "The draft stays as it is." : effectSentences(plan).join(" ")}
          confirm={asking === "reject" ? "Reject" : "Publish"}
          busy={decision.isPending}
          blocked={decision.isError}
          onConfirm={() => decision.mutate({ id: plan.id, note }, { onSuccess: close })}
        >
          {asking === "reject" ? (
            <Field label="Note" hint="For the person or agent that handed it in.">
              {(control) => (
                <Textarea
                  {...control}
                  value={note}
                  maxLength={10_000}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
          ) : null}
          {decision.error ? <Notice tone="destructive">{problemMessage(decision.error)}</Notice> : null}
        </Question>
      </AlertDialogContent>
    </AlertDialog>
  );
}
