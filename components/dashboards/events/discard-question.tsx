"use client";
import { Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";

type DiscardQuestionProps = {
  /** The id of the signal; the dialog is closed while it is null. */
  id: string | null;
  busy: boolean;
  onKeep: () => void;
  onDiscard: (id: string) => void;
};

/** What is discarded can never be processed. */
export function DiscardQuestion({ id, busy, onKeep, onDiscard }: DiscardQuestionProps) {
  return (
    <AlertDialog open={id !== null} onOpenChange={(open) => !open && onKeep()}>
      <AlertDialogContent>
        <Question
          title="Discard this signal?"
          text="It will never be processed: no journey receives it, and no change to the person is made. This cannot be undone."
          cancel="Keep it"
          confirm="Discard"
          destructive
          busy={busy}
          onConfirm={() => id !== null && onDiscard(id)}
        />
      </AlertDialogContent>
    </AlertDialog>
  );
}
