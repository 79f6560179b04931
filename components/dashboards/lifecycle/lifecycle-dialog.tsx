"use client";
import { usePathname, useRouter } from "next/navigation";
import { type Journey, type JourneyAction, useJourneyAction } from "#data";
import { ProblemNotice } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";
import { ArchiveQuestion, DeleteQuestion, RestoreQuestion, UnpublishQuestion } from "./ending-questions.tsx";
import { PauseQuestion } from "./pause-question.tsx";
import { PublishQuestion } from "./publish-question.tsx";
import type { QuestionProps } from "./question.tsx";
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

/** Asks before a lifecycle move, in words about people, and does it. Closed while `action` is null. */
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
  const router = useRouter();
  const path = usePathname();
  const close = () => {
    move.reset();
    onClose();
  };
  const confirm = (body?: Record<string, unknown>) => {
    if (!action) return;
    move.mutate(
      { action, ...(body ? { body } : {}) },
      {
        onSuccess: () => {
          toast.success(`“${journey.name}”: ${ACTION_WORDS[action].done}`);
          close();
          if (action === "delete" && path !== "/journeys") router.push("/journeys");
        },
      },
    );
  };
  const Question = action ? questions[action] : null;
  return (
    <AlertDialog open={action !== null} onOpenChange={(open) => !open && close()}>
      <AlertDialogContent className={action === "publish" ? "max-w-2xl" : ""}>
        {Question ? <Question journey={journey} busy={move.isPending} onConfirm={confirm} /> : null}
        {move.error ? <ProblemNotice error={move.error} /> : null}
      </AlertDialogContent>
    </AlertDialog>
  );
}
