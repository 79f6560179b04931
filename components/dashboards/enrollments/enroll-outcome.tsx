"use client";
import type { EnrollAnswer } from "#data";
import { peopleCount } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { OperationProgress } from "../operations/operation-progress.tsx";
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
