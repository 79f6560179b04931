"use client";
import { type Operation, problemMessage, useOperation } from "#data";
import { Notice, peopleCount } from "#shell";
import { Progress } from "#ui/progress";
import { operationShare, operationWords } from "./words.ts";

/** Shows the progress of an operation until it ends. */
export function OperationProgress({ start }: { start: Operation }) {
  const { data = start, error } = useOperation(start.id);
  if (error) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  const words =
    data.status === "done"
      ? `Done: ${peopleCount(data.done)} processed.`
      : data.status === "cancelled"
        ? `Cancelled after ${peopleCount(data.done)}.`
        : `${operationWords(data)}… You can close this; it continues.`;
  return (
    <div className="grid gap-2">
      <Progress value={operationShare(data) ?? 0} aria-label="People processed" />
      <p aria-live="polite" className="tabular text-muted-foreground text-ui">
        {words}
      </p>
      {data.status === "failed" ? (
        <Notice tone="destructive">{data.error ?? "It stopped with an error."}</Notice>
      ) : null}
    </div>
  );
}
