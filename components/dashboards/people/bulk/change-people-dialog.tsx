"use client";
import { useState } from "react";
import { type Operation, type PeopleChange, useChangePeople, type WhichPeople } from "#data";
import { ProblemNotice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { OperationProgress } from "../../operations/operation-progress.tsx";
import { Pick } from "../../rules/pick.tsx";
import { ChangeTarget } from "./change-target.tsx";
import { CHANGES, type ChangeType, readChange } from "./changes.ts";

type ChangePeopleProps = {
  whom: WhichPeople;
  count: number;
  /** The count is an estimate. */
  isAbout: boolean;
  /** The change was started; those chosen may match no longer. */
  onDone: () => void;
};

/** One change of many people: what, with which tag, segment or journey, and then how far it is. */
export function ChangePeopleDialog({
  open,
  onOpenChange,
  ...people
}: ChangePeopleProps & { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>{open ? <ChangePeople {...people} close={() => onOpenChange(false)} /> : null}</DialogContent>
    </Dialog>
  );
}

const OPTIONS = Object.fromEntries(Object.entries(CHANGES).map(([type, { title }]) => [type, title]));

function ChangePeople({ whom, count, isAbout, onDone, close }: ChangePeopleProps & { close: () => void }) {
  const [type, setType] = useState<ChangeType>("tag");
  const [target, setTarget] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [operation, setOperation] = useState<Operation | null>(null);
  const change = useChangePeople();
  const who = `${isAbout ? "about " : ""}${peopleCount(count)}`;
  const { done, confirm, isDestructive, text } = CHANGES[type];
  const start = () => {
    const read = readChange(type, target, count);
    if ("error" in read) return setError(read.error);
    change.mutate({ ...whom, change: read.change satisfies PeopleChange }, { onSuccess: setOperation });
  };
  const choose = (next: string) => {
    setType(next as ChangeType);
    setTarget("");
    setError(null);
    change.reset();
  };
  const finish = () => {
    close();
    if (operation) onDone();
  };
  return (
    <>
      <DialogHeader>
        <DialogTitle>{operation ? `${done} ${who}` : `Change ${who}`}</DialogTitle>
        <DialogDescription>{text}</DialogDescription>
      </DialogHeader>
      {operation ? (
        <OperationProgress start={operation} />
      ) : (
        <>
          <Field label="What to do">
            {(control) => (
              <Pick
                label="What to do"
                value={type}
                options={OPTIONS}
                onChange={choose}
                className="w-full"
                {...control}
              />
            )}
          </Field>
          <ChangeTarget type={type} value={target} onChange={setTarget} error={error} count={count} />
        </>
      )}
      {change.error ? <ProblemNotice error={change.error} /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={finish}>
          {operation ? "Done" : "Cancel"}
        </Button>
        {operation ? null : (
          <Button variant={isDestructive ? "destructive" : "default"} busy={change.isPending} onClick={start}>
            {`${confirm} ${who}`}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
