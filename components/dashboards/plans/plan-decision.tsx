"use client";
import { useState } from "react";
import { type Plan, problemMessage, useApprovePlan, useRejectPlan } from "#data";
import { Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { effectSentences } from "./words.ts";

type PlanDecisionProps = { plan: Plan; asking: "approve" | "reject" | null; onClose: () => void };

/** Asks once more, with a reason for the person who handed it in. */
export function PlanDecision({ plan, asking, onClose }: PlanDecisionProps) {
  const [note, setNote] = useState("");
  const approve = useApprovePlan();
  const reject = useRejectPlan();
  const decision = asking === "reject" ? reject : approve;
  const close = () => {
    approve.reset();
    reject.reset();
    setNote("");
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
          <Field label="Reason" hint="For the person or agent that handed it in, and for the audit. May be left empty.">
            {(control) => (
              <Textarea
                {...control}
                value={note}
                maxLength={10_000}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {decision.error ? <Notice tone="destructive">{problemMessage(decision.error)}</Notice> : null}
        </Question>
      </AlertDialogContent>
    </AlertDialog>
  );
}
