"use client";
import { sayUnsaved, type Unsaved } from "#drafts";
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
        <AlertDialogHeader>
          <AlertDialogTitle>Sign out with unsaved changes?</AlertDialogTitle>
          <AlertDialogDescription>
            They stay in this browser and are saved when you sign in here again. Other people who sign in here do not
            see them in the studio. On a computer that others use, discard them.
          </AlertDialogDescription>
        </AlertDialogHeader>
        <ul className="grid gap-1.5 text-ui">
          {unsaved.map((one) => (
            <li key={one.journeyId}>{sayUnsaved(one)}</li>
          ))}
        </ul>
        <AlertDialogFooter>
          <AlertDialogCancel>Stay signed in</AlertDialogCancel>
          <Button variant="destructive" onClick={() => onLeave(false)}>
            Discard and sign out
          </Button>
          <Button onClick={() => onLeave(true)}>Sign out and keep them</Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
