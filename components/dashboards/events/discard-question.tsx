"use client";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Button } from "#ui/button";

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
        <AlertDialogHeader>
          <AlertDialogTitle>Discard this signal?</AlertDialogTitle>
          <AlertDialogDescription>
            It will never be processed: no journey receives it, and no change to the person is made. This cannot be
            undone.
          </AlertDialogDescription>
        </AlertDialogHeader>
        <AlertDialogFooter>
          <AlertDialogCancel>Keep it</AlertDialogCancel>
          <Button variant="destructive" busy={busy} onClick={() => id !== null && onDiscard(id)}>
            Discard
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
