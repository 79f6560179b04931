"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemMessage, useMe, useRemoveDemo } from "#data";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";
import { Question } from "./question.tsx";

export function DemoBanner() {
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveDemo();
  const router = useRouter();
  if (!me?.workspace.isDemo) return null;
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        toast.success("The demo was removed.");
        router.push("/journeys");
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <section
      aria-label="Demo workspace"
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b bg-primary-soft px-4 py-1.5 text-primary-ink text-xs"
    >
      <p>This is the demo workspace: its people and events are generated, and new events keep arriving.</p>
      <Link href="/demo-shop" className="font-semibold underline underline-offset-4">
        Visit the demo shop
      </Link>
      {me.role === "owner" ? (
        <button type="button" onClick={() => setAsking(true)} className="font-semibold underline underline-offset-4">
          Remove demo
        </button>
      ) : null}
      <AlertDialog open={asking} onOpenChange={setAsking}>
        <AlertDialogContent>
          <Question
            title="Remove the demo workspace?"
            text={`Everything in “${me.workspace.name}” goes: its journeys, people, events, deliveries, content, segments and keys, and the generator stops. Your account and your other workspaces stay as they are. This cannot be undone.`}
            cancel="Keep it"
            confirm="Remove demo"
            destructive
            busy={remove.isPending}
            onConfirm={confirm}
          />
        </AlertDialogContent>
      </AlertDialog>
    </section>
  );
}
