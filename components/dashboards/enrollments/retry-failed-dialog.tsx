"use client";
import { useState } from "react";
import { type JourneyStats, type Operation, useRetryFailed } from "#data";
import { countOf, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { OperationProgress } from "../operations/operation-progress.tsx";
import { Pick } from "../rules/pick.tsx";

const EVERYWHERE = "everywhere";
type RetryFailedProps = {
  journeyId: string;
  stats: JourneyStats;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Retries failed enrollments, all of them or those of one step. */
export function RetryFailedDialog({ journeyId, stats, open, onOpenChange }: RetryFailedProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <RetryFailed journeyId={journeyId} stats={stats} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RetryFailed({ journeyId, stats, close }: { journeyId: string; stats: JourneyStats; close: () => void }) {
  const [at, setAt] = useState(EVERYWHERE);
  const [how, setHow] = useState("retry");
  const [operation, setOperation] = useState<Operation | null>(null);
  const retry = useRetryFailed(journeyId);
  const failing = stats.nodes.filter(({ failed }) => failed > 0);
  const count = at === EVERYWHERE ? stats.totals.failed : (failing.find(({ nodeId }) => nodeId === at)?.failed ?? 0);
  const start = () =>
    retry.mutate(
      { ...(at === EVERYWHERE ? {} : { nodeId: at }), ...(how === "skip" ? { skip: true } : {}) },
      { onSuccess: setOperation },
    );
  const options = {
    [EVERYWHERE]: `All steps · ${stats.totals.failed} failed`,
    ...Object.fromEntries(failing.map(({ nodeId, name, failed }) => [nodeId, `${name} · ${failed} failed`])),
  };
  return (
    <>
      <DialogHeader>
        <DialogTitle>Retry failed enrollments</DialogTitle>
        <DialogDescription>
          {countOf(count, "failed enrollment")}{" "}
          {how === "skip"
            ? `${count === 1 ? "continues" : "continue"} after the step that failed`
            : `${count === 1 ? "retries" : "retry"} the step that failed`}
          . Steps before it are not repeated.
        </DialogDescription>
      </DialogHeader>
      {operation ? (
        <OperationProgress start={operation} />
      ) : (
        <>
          <Pick label="Failed at" value={at} options={options} onChange={setAt} className="w-full" />
          <RadioGroup aria-label="What to do" value={how} onValueChange={setHow}>
            <RadioCard value="retry" title="Retry the step">
              With the version they are on. Those that fail again stay failed.
            </RadioCard>
            <RadioCard value="skip" title="Skip the step">
              They continue by its first exit, as if it had succeeded; its effect does not happen.
            </RadioCard>
          </RadioGroup>
        </>
      )}
      {retry.error ? <ProblemNotice error={retry.error} /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          {operation ? "Done" : "Cancel"}
        </Button>
        {operation ? null : (
          <Button busy={retry.isPending} disabled={count === 0} onClick={start}>
            {`${how === "skip" ? "Skip" : "Retry"} ${countOf(count, "failed enrollment")}`}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
