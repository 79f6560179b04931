"use client";
import { useQueryClient } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { keys, type Operation, problemMessage, useCancelOperation, useCanEdit, useRunningOperations } from "#data";
import { Button } from "#ui/button";
import { Progress } from "#ui/progress";
import { toast } from "#ui/toaster";
import { operationShare, operationWords } from "./words.ts";

/** Running operations of a journey: kind, progress, and a cancel button where allowed. */
export function OperationsBanner({ journeyId }: { journeyId: string }) {
  const running = useRunningOperations(journeyId).data ?? [];
  const client = useQueryClient();
  const before = useRef(0);
  useEffect(() => {
    if (before.current > running.length) {
      void client.invalidateQueries({ queryKey: keys.journey(journeyId) });
      void client.invalidateQueries({ queryKey: keys.enrollments(journeyId) });
    }
    before.current = running.length;
  }, [running.length, client, journeyId]);
  if (running.length === 0) return null;
  return (
    <ul aria-label="Work in progress" className="divide-y border-b bg-primary-soft text-primary-ink">
      {running.map((operation) => (
        <Line key={operation.id} operation={operation} />
      ))}
    </ul>
  );
}

function Line({ operation }: { operation: Operation }) {
  const cancel = useCancelOperation();
  const canEdit = useCanEdit();
  const stop = () =>
    cancel.mutate(operation.id, {
      onSuccess: () => toast.success("Cancelled. Work done so far is kept."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-ui sm:px-5">
      <LoaderCircle className="size-4 shrink-0 animate-spin motion-reduce:animate-none" aria-hidden />
      <span className="tabular">{operationWords(operation)} …</span>
      <Progress
        value={operationShare(operation) ?? 0}
        aria-label={operationWords(operation)}
        className="max-w-64 flex-1 bg-card"
      />
      {canEdit && operation.cancellable ? (
        <Button variant="outline" size="sm" className="ml-auto" busy={cancel.isPending} onClick={stop}>
          Cancel
        </Button>
      ) : null}
    </li>
  );
}
