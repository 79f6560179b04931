"use client";
import { useState } from "react";
import { type EnrollAnswer, useEnroll } from "#data";
import { ProblemNotice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { EnrollOutcome } from "./enroll-outcome.tsx";
import { type Choice, EnrollList, EnrollPeople, EnrollSegment } from "./enroll-sources.tsx";

const NOTHING: Choice = { input: null, count: 0 };

/** "Enroll people…": chosen ones, a pasted or CSV list, or everybody of a segment. */
export function EnrollDialog({
  journeyId,
  open,
  onOpenChange,
}: {
  journeyId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-xl">
        <DialogHeader>
          <DialogTitle>Enroll people</DialogTitle>
          <DialogDescription>
            They enter now, whatever the audience says. Re-entry and entry conditions still hold: whoever may not enter
            is skipped and named.
          </DialogDescription>
        </DialogHeader>
        <EnrollForm journeyId={journeyId} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EnrollForm({ journeyId, close }: { journeyId: string; close: () => void }) {
  const [choice, setChoice] = useState<Choice>(NOTHING);
  const [answer, setAnswer] = useState<EnrollAnswer | null>(null);
  const enroll = useEnroll(journeyId);
  const start = () => choice.input && enroll.mutate(choice.input, { onSuccess: setAnswer });
  if (answer) return <EnrollOutcome journeyId={journeyId} answer={answer} onClose={close} />;
  return (
    <>
      <Tabs defaultValue="people" onValueChange={() => setChoice(NOTHING)}>
        <TabsList>
          <TabsTrigger value="people">People</TabsTrigger>
          <TabsTrigger value="list">List or CSV</TabsTrigger>
          <TabsTrigger value="segment">Segment</TabsTrigger>
        </TabsList>
        <TabsContent value="people">
          <EnrollPeople onChange={setChoice} />
        </TabsContent>
        <TabsContent value="list">
          <EnrollList onChange={setChoice} />
        </TabsContent>
        <TabsContent value="segment">
          <EnrollSegment onChange={setChoice} />
        </TabsContent>
      </Tabs>
      {enroll.error ? <ProblemNotice error={enroll.error} lead="Nobody was enrolled." /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          Cancel
        </Button>
        <Button disabled={!choice.input} busy={enroll.isPending} onClick={start}>
          {choice.count ? `Enroll ${peopleCount(choice.count)}` : "Enroll"}
        </Button>
      </DialogFooter>
    </>
  );
}
