"use client";
import { useRouter } from "next/navigation";
import { problemMessage, useRemoveDemo } from "#data";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";
import { Question } from "./question.tsx";

type RemoveDemoDialogProps = { workspace: string; open: boolean; onOpenChange: (open: boolean) => void };

export function RemoveDemoDialog({ workspace, open, onOpenChange }: RemoveDemoDialogProps) {
  const remove = useRemoveDemo();
  const router = useRouter();
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onOpenChange(false);
        toast.success("The demo was removed.");
        router.push("/journeys");
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <AlertDialog open={open} onOpenChange={onOpenChange}>
      <AlertDialogContent>
        <Question
          title="Remove the demo workspace?"
          text={`Everything in “${workspace}” goes: its journeys, people, events, deliveries, content, segments and keys, and the generator stops. Your account and your other workspaces stay as they are. This cannot be undone.`}
          cancel="Keep it"
          confirm="Remove demo"
          destructive
          busy={remove.isPending}
          onConfirm={confirm}
        />
      </AlertDialogContent>
    </AlertDialog>
  );
}
