"use client";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { type Journey, type JourneyAction, useJourneyAction, useJustPublished, useLookAgain } from "#data";
import { keepFocus, ProblemNotice } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";
import { DraftMoved, isMoved } from "./draft-moved.tsx";
import { ArchiveQuestion, DeleteQuestion, RestoreQuestion, UnpublishQuestion } from "./ending-questions.tsx";
import { PauseQuestion } from "./pause-question.tsx";
import { PublishQuestion } from "./publish-question.tsx";
import type { QuestionProps } from "./question-props.ts";
import { ResumeQuestion } from "./resume-question.tsx";
import { ACTION_WORDS } from "./words.ts";

const questions: Record<JourneyAction, (props: QuestionProps) => React.ReactNode> = {
  publish: PublishQuestion,
  pause: PauseQuestion,
  resume: ResumeQuestion,
  unpublish: UnpublishQuestion,
  archive: ArchiveQuestion,
  restore: RestoreQuestion,
  delete: DeleteQuestion,
};

/** The button that opened the dialog disappears when the status changes, so its successor gets the focus. */
const giveBack = () => keepFocus("[data-journey-actions] button");

/** Confirms a lifecycle move, with its effect on people, and runs it. Closed while `action` is null. */
export function LifecycleDialog({
  journey,
  action,
  onClose,
}: {
  journey: Journey;
  action: JourneyAction | null;
  onClose: () => void;
}) {
  const move = useJourneyAction(journey.id);
  const lookAgain = useLookAgain(journey.id);
  const justPublished = useJustPublished(journey.id);
  const [round, setRound] = useState(0);
  const router = useRouter();
  const path = usePathname();
  const close = () => {
    move.reset();
    onClose();
  };
  const again = () => {
    move.reset();
    lookAgain();
    setRound(round + 1);
  };
  const confirm = (body?: Record<string, unknown>) => {
    if (!action) return;
    move.mutate(
      { action, ...(body ? { body } : {}) },
      {
        onSuccess: () => {
          toast.success(`“${journey.name}”: ${ACTION_WORDS[action].done}`);
          close();
          justPublished.note(action === "publish" ? (journey.publishedVersion?.number ?? 0) + 1 : null);
          if (action === "delete" && path !== "/journeys") router.push("/journeys");
        },
      },
    );
  };
  const Question = action ? questions[action] : null;
  return (
    <AlertDialog open={action !== null} onOpenChange={(open) => !open && close()}>
      <AlertDialogContent className={action === "publish" ? "max-w-2xl" : ""} onCloseAutoFocus={giveBack}>
        {Question ? <Question key={round} journey={journey} busy={move.isPending} onConfirm={confirm} /> : null}
        {isMoved(move.error) ? <DraftMoved error={move.error} onAgain={again} /> : null}
        {move.error && !isMoved(move.error) ? <ProblemNotice error={move.error} /> : null}
      </AlertDialogContent>
    </AlertDialog>
  );
}
