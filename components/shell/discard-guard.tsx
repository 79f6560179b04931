"use client";
import { type ReactNode, useState } from "react";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Question } from "./question.tsx";

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
        <Question
          title="Discard your changes?"
          text="What you entered here is not saved yet."
          cancel="Keep editing"
          confirm="Discard changes"
          onConfirm={discard}
        />
      </AlertDialogContent>
    </AlertDialog>
  );
  return { onOpenChange, question };
}

type FormDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  className?: string;
  title?: string;
  /** What the form does, below the title. */
  text?: ReactNode;
  children: ReactNode;
};

/** A dialog that holds a form, with a title unless the form has its own. Once something was typed in it, only its own buttons close it without a question. */
export function FormDialog({ open, onOpenChange, className, title, text, children }: FormDialogProps) {
  const [isTyped, setTyped] = useState(false);
  const { onOpenChange: ask, question } = useDiscardGuard(isTyped, () => onOpenChange(false));
  if (!open && isTyped) setTyped(false);
  return (
    <Dialog open={open} onOpenChange={ask}>
      <DialogContent className={className} onInput={() => setTyped(true)}>
        {title === undefined ? null : (
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>{text}</DialogDescription>
          </DialogHeader>
        )}
        {children}
        {question}
      </DialogContent>
    </Dialog>
  );
}
