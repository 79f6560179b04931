"use client";
import { useState } from "react";
import { type NodeStats, type Operation, type ReleaseInput, useRelease } from "#data";
import { isEntry } from "#journey";
import { formatSpan, ProblemNotice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { OperationProgress } from "../operations/operation-progress.tsx";
import { Pick } from "../rules/pick.tsx";

type ReleaseProps = {
  journeyId: string;
  step: NodeStats;
  steps: readonly NodeStats[];
  longerThan: number;
  people: number;
  /** More people may be concerned than `people`. */
  isSample: boolean;
};
type ReleaseDialogProps = ReleaseProps & { open: boolean; onOpenChange: (open: boolean) => void };

/** Ends the waits of people at a step: says who, and what will happen to them. */
export function ReleaseDialog({ open, onOpenChange, ...release }: ReleaseDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <Release {...release} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

type Action = ReleaseInput["action"];
const WHAT: Readonly<Record<Action, string>> = { skip: "Skip the step for", move: "Move", exit: "Take out" };

function Release({
  journeyId,
  step,
  steps,
  longerThan,
  people,
  isSample,
  close,
}: ReleaseProps & { close: () => void }) {
  const [action, setAction] = useState<Action>("skip");
  const targets = steps.filter((one) => one.current && one.nodeId !== step.nodeId && !isEntry(one));
  const [target, setTarget] = useState(targets[0]?.nodeId ?? "");
  const [operation, setOperation] = useState<Operation | null>(null);
  const release = useRelease(journeyId, step.nodeId);
  // The dialog keeps the number it opened with: the list behind it changes as people are processed.
  const [who] = useState(`${isSample ? "at least " : ""}${peopleCount(people)}`);
  const start = () =>
    release.mutate(
      { action, longerThan, ...(action === "move" ? { toNodeId: target } : {}) },
      { onSuccess: setOperation },
    );
  return (
    <>
      <DialogHeader>
        <DialogTitle>{`End the wait at “${step.name}”`}</DialogTitle>
        <DialogDescription>
          {`For ${who} who ${longerThan === 0 ? "are here now" : `have been here longer than ${formatSpan(longerThan)}`}. Who leaves the step before it is their turn is not touched.`}
        </DialogDescription>
      </DialogHeader>
      {operation ? (
        <OperationProgress start={operation} />
      ) : (
        <RadioGroup aria-label="What to do" value={action} onValueChange={(next) => setAction(next as Action)}>
          <RadioCard value="skip" title="Skip the step">
            They continue by its first exit, and what comes next happens to them.
          </RadioCard>
          <RadioCard value="move" title="Move to another step">
            That step runs for them. People on a version without it stay here.
          </RadioCard>
          <RadioCard value="exit" title="Take out of the journey">
            Their enrollment ends as stopped. Messages that are not sent yet are cancelled.
          </RadioCard>
        </RadioGroup>
      )}
      {!operation && action === "move" ? (
        <Pick
          label="Move to"
          value={target}
          options={Object.fromEntries(targets.map(({ nodeId, name }) => [nodeId, name]))}
          onChange={setTarget}
          className="w-full"
        />
      ) : null}
      {release.error ? <ProblemNotice error={release.error} /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          {operation ? "Done" : "Cancel"}
        </Button>
        {operation ? null : (
          <Button
            variant={action === "exit" ? "destructive" : "default"}
            busy={release.isPending}
            disabled={people === 0 || (action === "move" && target === "")}
            onClick={start}
          >
            {`${WHAT[action]} ${who}`}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
