"use client";
import { useId, useState } from "react";
import { type Split, type SplitBranch, usePromote } from "#data";
import { Notice, ProblemNotice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Checkbox } from "#ui/checkbox";
import { doubtAbout, pathName, promotionLines, sharePercent } from "./words.ts";

type PromoteProps = {
  journeyId: string;
  split: Split;
  /** Null = discard the promotion. */
  winner: SplitBranch | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Explains the effect on people before a path is promoted or a promotion is discarded. */
export function PromoteDialog(props: PromoteProps) {
  return (
    <AlertDialog open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialogContent>
        {props.winner ? <Promote {...props} winner={props.winner} /> : <TakeBack {...props} />}
      </AlertDialogContent>
    </AlertDialog>
  );
}

function Promote({ journeyId, split, winner, onOpenChange }: PromoteProps & { winner: SplitBranch }) {
  const [endHoldout, setEndHoldout] = useState(false);
  const promote = usePromote(journeyId, split.nodeId);
  const boxId = useId();
  const holdout = split.branches.find((branch) => branch.holdout);
  const [first, ...rest] = promotionLines(split, winner, endHoldout);
  const doubt = doubtAbout(split, winner);
  const confirm = () => promote.mutate({ edgeId: winner.edgeId, endHoldout }, { onSuccess: () => onOpenChange(false) });
  return (
    <Question
      title={`Promote “${pathName(winner.label)}”?`}
      text={first}
      confirm="Promote"
      busy={promote.isPending}
      onConfirm={confirm}
    >
      <ul className="grid list-disc gap-1.5 pl-5 text-ui">
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {doubt ? <Notice tone="warning">{doubt}</Notice> : null}
      {holdout ? (
        <div className="flex items-center gap-2 text-ui">
          <Checkbox id={boxId} checked={endHoldout} onCheckedChange={(on) => setEndHoldout(on === true)} />
          <label htmlFor={boxId}>End the holdout too: its {sharePercent(holdout.weight)} take this path as well</label>
        </div>
      ) : null}
      {promote.error ? <ProblemNotice error={promote.error} lead="Nothing was changed." /> : null}
    </Question>
  );
}

function TakeBack({ journeyId, split, onOpenChange }: PromoteProps) {
  const promote = usePromote(journeyId, split.nodeId);
  const shares = split.branches.map(({ label, weight }) => `${pathName(label)} ${sharePercent(weight)}`).join(", ");
  const learned = split.allocation === "thompson" ? " Learning continues from there within a minute." : "";
  return (
    <Question
      title="Discard the promotion?"
      text={`From now on new people are split as on the canvas: ${shares}.${learned} People who already took a path keep it.`}
      confirm="Discard promotion"
      busy={promote.isPending}
      onConfirm={() => promote.mutate(null, { onSuccess: () => onOpenChange(false) })}
    >
      {promote.error ? <ProblemNotice error={promote.error} lead="Nothing was changed." /> : null}
    </Question>
  );
}
