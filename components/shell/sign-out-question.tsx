"use client";
import { sayUnsaved, type Unsaved } from "#drafts";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Question } from "./question.tsx";

type SignOutQuestionProps = {
  /** What could not be saved; nothing is asked while there is none. */
  unsaved: readonly Unsaved[];
  onStay: () => void;
  onLeave: (keeps: boolean) => void;
};

/** Asks before signing out with unsaved changes: they stay in this browser for the same user, or are discarded. */
export function SignOutQuestion({ unsaved, onStay, onLeave }: SignOutQuestionProps) {
  return (
    <AlertDialog open={unsaved.length > 0} onOpenChange={(open) => !open && onStay()}>
      <AlertDialogContent>
        <Question
          title="Sign out with unsaved changes?"
          text="They stay in this browser and are saved when you sign in here again. Other people who sign in here do not see them in the studio. On a computer that others use, discard them."
          cancel="Stay signed in"
          confirm="Sign out and keep them"
          onConfirm={() => onLeave(true)}
          other={{ label: "Discard and sign out", onChoose: () => onLeave(false) }}
        >
          <ul className="grid gap-1.5 text-ui">
            {unsaved.map((one) => (
              <li key={one.journeyId}>{sayUnsaved(one)}</li>
            ))}
          </ul>
        </Question>
      </AlertDialogContent>
    </AlertDialog>
  );
}
