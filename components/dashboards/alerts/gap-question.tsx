"use client";
import { useState } from "react";
import { type Downtime, type DowntimeAnswer, useAnswerDowntime, useDowntime, useMe } from "#data";
import { Moment, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { RadioCard, RadioGroup } from "#ui/radio-group";

const ANSWERS: readonly { value: DowntimeAnswer; title: string; text: string }[] = [
  {
    value: "fire",
    title: "Overdue steps run immediately",
    text: "Everyone continues as if they were only late; messages due during the downtime are sent now.",
  },
  {
    value: "shift",
    title: "Extend waits by the length of the downtime",
    text: "Everyone waits for the time that remained when the engines stopped.",
  },
  {
    value: "drop",
    title: "Continue without the messages of the downtime",
    text: "Everyone continues; messages that were due during the downtime are skipped, and each delivery says why.",
  },
];

/** After a long downtime nothing is sent until an owner has decided what happens to overdue steps. */
export function DowntimeQuestion() {
  const gap = useDowntime().data;
  const isOwner = useMe().data?.role === "owner";
  if (!gap || gap.answer !== null) return null;
  return (
    <Card aria-label="The engines are stopped" className="border-warning/40" data-gap={gap.reason}>
      <CardHeader>
        <CardTitle>Nothing runs until you decide</CardTitle>
        <CardDescription>
          <Reason gap={gap} />{" "}
          {isOwner ? "What should happen to overdue steps?" : "An owner of the workspace has to decide."}
        </CardDescription>
      </CardHeader>
      {isOwner ? <Answers /> : null}
    </Card>
  );
}

function Reason({ gap: { reason, awaySince } }: { gap: Downtime }) {
  if (reason === "moved")
    return <>This database is a copy, or was moved; the other one may have sent these messages already.</>;
  if (awaySince === null) return <>No engine ran for a long time.</>;
  return (
    <>
      No engine ran since <Moment at={awaySince} />.
    </>
  );
}

function Answers() {
  const [answer, setAnswer] = useState<DowntimeAnswer>("fire");
  const send = useAnswerDowntime();
  return (
    <CardContent className="grid gap-3">
      <RadioGroup
        aria-label="Overdue steps"
        value={answer}
        onValueChange={(next) => setAnswer(ANSWERS.find(({ value }) => value === next)?.value ?? "fire")}
      >
        {ANSWERS.map(({ value, title, text }) => (
          <RadioCard key={value} value={value} title={title}>
            {text}
          </RadioCard>
        ))}
      </RadioGroup>
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <Button className="justify-self-start" busy={send.isPending} onClick={() => send.mutate(answer)}>
        Continue
      </Button>
    </CardContent>
  );
}
