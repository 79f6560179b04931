"use client";
import type { ReactNode } from "react";
import type { Journey } from "#data";
import {
  AlertDialogCancel,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Button } from "#ui/button";

/** What each question is given: the journey, and what to do when the answer is yes. */
export type QuestionProps = {
  journey: Journey;
  busy: boolean;
  onConfirm: (body?: Record<string, unknown>) => void;
};

export type QuestionLayoutProps = {
  title: string;
  text: ReactNode;
  confirm: string;
  /** What the button says that changes nothing. */
  cancel?: string;
  destructive?: boolean;
  blocked?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

/** Title, one sentence on what will happen, details, and the two buttons. */
export function Question({
  title,
  text,
  confirm,
  cancel = "Cancel",
  destructive,
  blocked,
  busy = false,
  onConfirm,
  children,
}: QuestionLayoutProps) {
  return (
    <>
      <AlertDialogHeader>
        <AlertDialogTitle>{title}</AlertDialogTitle>
        <AlertDialogDescription>{text}</AlertDialogDescription>
      </AlertDialogHeader>
      {children}
      <AlertDialogFooter>
        <AlertDialogCancel>{cancel}</AlertDialogCancel>
        <Button
          variant={destructive ? "destructive" : "default"}
          busy={busy}
          disabled={blocked}
          onClick={() => onConfirm()}
        >
          {confirm}
        </Button>
      </AlertDialogFooter>
    </>
  );
}
