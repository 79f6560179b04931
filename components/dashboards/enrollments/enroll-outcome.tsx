"use client";
import { type EnrollAnswer, type Operation, problemMessage, useOperation } from "#data";
import { formatNumber, Notice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { Progress } from "#ui/progress";
import { outcomeLines } from "./outcome.ts";

/** What became of it: counts at once, or the progress of the work in the background. */
export function EnrollOutcome({ answer, onClose }: { journeyId: string; answer: EnrollAnswer; onClose: () => void }) {
  return (
    <div className="grid gap-4">
      {answer.operation ? (
        <OperationProgress start={answer.operation} />
      ) : (
        <Counts statuses={(answer.enrollments ?? []).map(({ status, reason }) => reason ?? status)} />
      )}
      <DialogFooter>
        <Button onClick={onClose}>Done</Button>
      </DialogFooter>
    </div>
  );
}

function Counts({ statuses }: { statuses: string[] }) {
  return (
    <ul aria-live="polite" className="grid gap-1 text-ui">
      {outcomeLines(statuses).map(({ words, count }) => (
        <li key={words}>
          <span className="tabular font-medium">{peopleCount(count)}</span> {words}
        </li>
      ))}
    </ul>
  );
}

function OperationProgress({ start }: { start: Operation }) {
  const { data = start, error } = useOperation(start.id);
  if (error) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  const total = data.total ?? 0;
  const finished = data.status === "done";
  const percent = finished ? 100 : total > 0 ? Math.round((data.done / total) * 100) : 0;
  return (
    <div className="grid gap-2">
      <Progress value={percent} aria-label="People worked off" />
      <p aria-live="polite" className="tabular text-muted-foreground text-ui">
        {finished
          ? `Done: ${peopleCount(data.done)} worked off.`
          : `${formatNumber(data.done)}${total ? ` of ${formatNumber(total)}` : ""} worked off… You can close this; it goes on.`}
      </p>
      {data.status === "failed" ? (
        <Notice tone="destructive">{data.error ?? "It stopped with an error."}</Notice>
      ) : null}
    </div>
  );
}
