"use client";
import { CircleStop } from "lucide-react";
import { useState } from "react";
import { type BroadcastDetail, problemMessage, useBroadcast, useCanEdit, useStopBroadcast } from "#data";
import { BackLink, LoadingPage, Moment, Page, PageError, peopleCount, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Progress } from "#ui/progress";
import { toast } from "#ui/toaster";
import { BroadcastReach } from "./broadcast-reach.tsx";
import { AUDIENCE_WORDS, BroadcastBadge, enteredWords } from "./words.tsx";

export function BroadcastPage({ broadcastId }: { broadcastId: string }) {
  const { data: broadcast, error, refetch } = useBroadcast(broadcastId);
  const canEdit = useCanEdit();
  if (error && !broadcast)
    return <PageError error={error} onRetry={refetch} back={{ href: "/broadcasts", label: "All broadcasts" }} />;
  if (!broadcast) return <LoadingPage title="Broadcast" />;
  const isOpen = broadcast.status === "scheduled" || broadcast.status === "sending";
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {broadcast.name} <BroadcastBadge status={broadcast.status} />
        </span>
      }
      back={<BackLink href="/broadcasts">All broadcasts</BackLink>}
      actions={
        <>
          <Button variant="outline" asChild>
            <Link href={`/journeys/${broadcast.journeyId}`}>Open the journey</Link>
          </Button>
          {canEdit && isOpen ? <Stop broadcast={broadcast} /> : null}
        </>
      }
    >
      <Summary broadcast={broadcast} />
      <Entering broadcast={broadcast} />
      <BroadcastReach broadcast={broadcast} />
    </Page>
  );
}

function Summary({ broadcast }: { broadcast: BroadcastDetail }) {
  const { contentName, audience, startsAt, localTime, perMinute, finishedAt } = broadcast;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ["Message", contentName ?? "Deleted"],
    ["To", AUDIENCE_WORDS[audience]],
    [
      "Leaves",
      localTime === null ? <Moment key="at" at={startsAt} /> : `${localTime.replace("T", " ")} on each person’s clock`,
    ],
    ["At most", perMinute === null ? "No limit" : `${peopleCount(perMinute)} a minute`],
    ...(finishedAt === null ? [] : [["Over since", <Moment key="over" at={finishedAt} />] as const]),
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 rounded-lg border bg-card p-4 text-ui shadow-raised sm:grid-cols-[10rem_1fr]">
      {facts.map(([term, text]) => (
        <div key={term} className="contents">
          <dt className="text-muted-foreground">{term}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many people have entered, while more are to come. */
function Entering({ broadcast: { operation, status } }: { broadcast: BroadcastDetail }) {
  if (operation === null || status === "sent") return null;
  const share = operation.total ? (100 * operation.done) / operation.total : 0;
  return (
    <section aria-label="Progress" className="grid gap-2">
      <Progress value={share} aria-label="People who entered" />
      <p aria-live="polite" className="tabular text-muted-foreground text-ui">
        {enteredWords(operation)} people entered.
        {operation.error ? ` It stopped with an error: ${operation.error}` : ""}
      </p>
    </section>
  );
}

function Stop({ broadcast }: { broadcast: BroadcastDetail }) {
  const [asking, setAsking] = useState(false);
  const stop = useStopBroadcast(broadcast.id);
  const run = () => {
    setAsking(false);
    stop.mutate(undefined, {
      onSuccess: () => toast.success("Stopped. What was sent stays sent."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  };
  return (
    <>
      <Button variant="destructive" busy={stop.isPending} onClick={() => setAsking(true)}>
        <CircleStop aria-hidden /> Stop
      </Button>
      <AlertDialog open={asking} onOpenChange={setAsking}>
        <AlertDialogContent>
          <Question
            title="Stop this broadcast?"
            text="Nobody enters any more, and messages that have not left are cancelled. What was sent stays sent. It cannot be started again."
            cancel="Keep sending"
            confirm="Stop it"
            onConfirm={run}
          />
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
