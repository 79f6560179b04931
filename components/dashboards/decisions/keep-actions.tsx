"use client";
import { Archive, ArchiveRestore, MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { problemMessage, useArchiveDecision, useDeleteDecision } from "#data";
import { Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { toast } from "#ui/toaster";

type KeepActionsProps = {
  noun: "offers" | "decision-flows";
  id: string;
  name: string;
  isArchived: boolean;
  onDeleted?: () => void;
};

/** Archive, restore and delete an offer or a decision flow. */
export function KeepActions({ noun, id, name, isArchived, onDeleted }: KeepActionsProps) {
  const [deleting, setDeleting] = useState(false);
  const archive = useArchiveDecision();
  const remove = useDeleteDecision();
  const what = noun === "offers" ? "offer" : "decision flow";
  const change = () =>
    archive.mutate(
      { noun, id, restore: isArchived },
      {
        onSuccess: () => toast.success(isArchived ? "Restored." : "Archived."),
        onError: (error) => toast.error(problemMessage(error)),
      },
    );
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`Actions for ${name}`}>
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={change}>
            {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />} {isArchived ? "Restore" : "Archive"}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDeleting(true)}>
            <Trash2 aria-hidden /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <AlertDialog open={deleting} onOpenChange={setDeleting}>
        <AlertDialogContent>
          <Question
            title={`Delete “${name}”?`}
            text={`The ${what} is gone for good. Archiving it stops it as well, and can be undone.`}
            confirm={`Delete ${what}`}
            destructive
            busy={remove.isPending}
            onConfirm={() =>
              remove.mutate(
                { noun, id },
                {
                  onSuccess: () => {
                    setDeleting(false);
                    onDeleted?.();
                  },
                },
              )
            }
          />
          {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
