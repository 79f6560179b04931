"use client";
import type { ReactNode } from "react";
import {
  AlertDialogCancel,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Button } from "#ui/button";

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
  /** Another answer, which throws something away. */
  other?: { label: string; onChoose: () => void };
  children?: ReactNode;
};

/** What every question before an act looks like, inside an `AlertDialogContent`: title, what will happen, details, answers. */
export function Question({
  title,
  text,
  confirm,
  cancel = "Cancel",
  destructive,
  blocked,
  busy = false,
  onConfirm,
  other,
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
        {other ? (
          <Button variant="destructive" onClick={other.onChoose}>
            {other.label}
          </Button>
        ) : null}
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
