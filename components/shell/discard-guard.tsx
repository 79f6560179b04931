"use client";
import { type ReactNode, useState } from "react";
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Dialog, DialogContent } from "#ui/dialog";

/** For dialogs and sheets with a form: while it is dirty, Esc and an outside click ask before discarding the input. */
export function useDiscardGuard(isDirty: boolean, onClose: () => void) {
  const [isAsking, setAsking] = useState(false);
  const onOpenChange = (open: boolean) => {
    if (open) return;
    // For a moment after the question opens, Esc still arrives here although it is meant for the question.
    if (isDirty) setAsking(!isAsking);
    else onClose();
  };
  const discard = () => {
    setAsking(false);
    onClose();
  };
  const question = (
    <AlertDialog open={isAsking} onOpenChange={setAsking}>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>Discard your changes?</AlertDialogTitle>
          <AlertDialogDescription>What you entered here is not saved yet.</AlertDialogDescription>
        </AlertDialogHeader>
        <AlertDialogFooter>
          <AlertDialogCancel>Keep editing</AlertDialogCancel>
          <AlertDialogAction onClick={discard}>Discard changes</AlertDialogAction>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
  return { onOpenChange, question };
}

type FormDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** A dialog that holds a form. Once something was typed in it, only its own buttons close it without a question. */
export function FormDialog({ open, onOpenChange, className, children }: FormDialogProps) {
  const [isTyped, setTyped] = useState(false);
  const { onOpenChange: ask, question } = useDiscardGuard(isTyped, () => onOpenChange(false));
  if (!open && isTyped) setTyped(false);
  return (
    <Dialog open={open} onOpenChange={ask}>
      <DialogContent className={className} onInput={() => setTyped(true)}>
        {children}
        {question}
      </DialogContent>
    </Dialog>
  );
}
