"use client";
import { useState } from "react";
import { type EnrollmentDetail, personLabel, problemMessage, useEnrollmentAction } from "#data";
import { Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";

type EndEnrollmentProps = { enrollment: EnrollmentDetail; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before a running enrollment is stopped, or a finished one is hidden. */
export function EndEnrollment({ enrollment, open, onOpenChange }: EndEnrollmentProps) {
  return (
    <AlertDialog open={open} onOpenChange={onOpenChange}>
      <AlertDialogContent>
        <EndQuestion enrollment={enrollment} close={() => onOpenChange(false)} />
      </AlertDialogContent>
    </AlertDialog>
  );
}

function EndQuestion({ enrollment, close }: { enrollment: EnrollmentDetail; close: () => void }) {
  const act = useEnrollmentAction(enrollment.journeyId, enrollment.id);
  // Decided when the dialog opens: an enrollment that ends meanwhile must not turn the button "Stop" into "Hide" before
  // a click.
  const [running] = useState(enrollment.status === "ACTIVE");
  const name = personLabel(enrollment.endUser);
  const confirm = () =>
    act.mutate(running ? "stop" : "archive", {
      onSuccess: () => {
        toast.success(running ? `${name} leaves the journey.` : "Hidden from the list.");
        close();
      },
    });
  return (
    <>
      <Question
        title={running ? `Stop ${name} here?` : "Hide this enrollment?"}
        text={
          running
            ? `${name} leaves this journey now. Messages not sent yet are cancelled; nobody else is affected.`
            : "The list shows it only with the filter for hidden ones. It still counts in the totals."
        }
        confirm={running ? "Stop" : "Hide from list"}
        destructive={running}
        busy={act.isPending}
        onConfirm={confirm}
      />
      {act.error ? <Notice tone="destructive">{problemMessage(act.error)}</Notice> : null}
    </>
  );
}
