"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { type EnrollAnswer, useEnroll, useEnrollPreview } from "#data";
import { FormDialog, ProblemNotice, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { usePause } from "../content/use-pause.ts";
import { EnrollOutcome } from "./enroll-outcome.tsx";
import { EnrollPreviewPart, type Unknown } from "./enroll-preview.tsx";
import { type Choice, EnrollPeople, EnrollSegment } from "./enroll-sources.tsx";

const NOTHING: Choice = { input: null, count: 0 };
/** Waits for a pause in typing before the list is looked up. */
const PAUSE_MS = 300;

/** The reader of CSV comes with the list, not with the page. */
const EnrollList = dynamic(() => import("./enroll-list.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-32" />,
});

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
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title="Enroll people"
      text="They enter now, even if they are not in the audience. Re-entry rules and entry conditions still apply: people who may not enter are skipped and listed."
    >
      <EnrollForm journeyId={journeyId} close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function EnrollForm({ journeyId, close }: { journeyId: string; close: () => void }) {
  const [choice, setChoice] = useState<Choice>(NOTHING);
  const [answer, setAnswer] = useState<EnrollAnswer | null>(null);
  const [unknown, setUnknown] = useState<Unknown>("skip");
  const enroll = useEnroll(journeyId);
  const settled = usePause(choice.input, PAUSE_MS);
  const { data: preview, error } = useEnrollPreview(journeyId, settled);
  const count = preview && unknown === "skip" ? preview.people : choice.count;
  const start = () => choice.input && enroll.mutate({ ...choice.input, unknown, each: true }, { onSuccess: setAnswer });
  if (answer) return <EnrollOutcome journeyId={journeyId} answer={answer} choice={choice} onClose={close} />;
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
      {choice.input && settled ? (
        <EnrollPreviewPart
          preview={preview}
          error={error}
          lines={choice.lines}
          unknown={unknown}
          onUnknown={setUnknown}
        />
      ) : null}
      {enroll.error ? <ProblemNotice error={enroll.error} lead="Nobody was enrolled." /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          Cancel
        </Button>
        <Button disabled={!choice.input || count === 0} busy={enroll.isPending} onClick={start}>
          {count ? `Enroll ${peopleCount(count)}` : "Enroll"}
        </Button>
      </DialogFooter>
    </>
  );
}
