"use client";
import { useState } from "react";
import {
  ApiProblem,
  type JourneyDetail,
  type Migration,
  problemMessage,
  usePublishCheck,
  usePublishPreview,
  useVersionDocument,
} from "#data";
import { sayUnsaved, useUnsaved } from "#drafts";
import { countOf, Notice, Question } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { JourneyReach } from "../consent/journey-reach.tsx";
import { ChangedSteps } from "./changed-steps.tsx";
import { compareCanvas } from "./compare-canvas.ts";
import { PlanQuestion } from "./migration/plan-question.tsx";
import { PresentQuestion } from "./present-question.tsx";
import { FieldChanges, Warnings } from "./publish-details.tsx";
import type { QuestionProps } from "./question-props.ts";
import { WhoEnters } from "./who-enters.tsx";

/** Blocking problems, the changes, and what happens to the people inside. Publishes exactly the revision that it shows. */
export function PublishQuestion(props: QuestionProps) {
  const { journey, busy, onConfirm } = props;
  const unsaved = useUnsaved().find(({ journeyId }) => journeyId === journey.id);
  const check = usePublishCheck(journey.id, unsaved === undefined);
  const present = (usePublishPreview(journey.id, null).data?.present ?? []).filter(
    ({ isNew, people }) => isNew && people > 0,
  );
  const [includePresent, setIncludePresent] = useState(false);
  const draft = check.data?.draft;
  const errors = (check.data?.problems ?? []).filter((problem) => problem.severity === "error");
  const blocked = unsaved !== undefined || !check.data?.canPublish;
  const confirm = (migration: Migration | null) => {
    if (!draft) return;
    onConfirm({
      revision: draft.revision,
      ...(migration ? { migration } : {}),
      ...(includePresent ? { includePresent } : {}),
    });
  };
  const checks = (
    <>
      {check.isPending && !unsaved ? <Skeleton className="h-10" /> : null}
      {check.error ? <Notice tone="destructive">{problemMessage(check.error)}</Notice> : null}
      {unsaved ? <Notice tone="warning">{sayUnsaved(unsaved)} Publishing has to wait for that.</Notice> : null}
      <Blocking messages={errors.map(({ message }) => message)} />
      {blocked ? null : <Warnings problems={check.data?.problems ?? []} />}
      {draft && !blocked ? <JourneyReach draft={draft} /> : null}
      {present.length > 0 && !blocked ? (
        <PresentQuestion present={present} value={includePresent} onChange={setIncludePresent} />
      ) : null}
    </>
  );
  if (journey.publishedVersion)
    return <NextVersion {...props} draft={draft} blocked={blocked} checks={checks} onPublish={confirm} />;
  return (
    <Question
      title={`Publish “${journey.name}”?`}
      text="From now on people who meet its triggers enter it."
      confirm="Publish"
      blocked={blocked}
      busy={busy}
      onConfirm={() => confirm(null)}
    >
      {checks}
      {draft && errors.length === 0 ? <WhoEnters draft={draft} /> : null}
    </Question>
  );
}

type NextVersionProps = QuestionProps & {
  draft: JourneyDetail | undefined;
  blocked: boolean;
  checks: React.ReactNode;
  onPublish: (migration: Migration | null) => void;
};

function NextVersion({ journey, busy, draft, blocked, checks, onPublish }: NextVersionProps) {
  const published = useVersionDocument(journey.id, journey.publishedVersion?.id ?? null).data;
  const number = (journey.publishedVersion?.number ?? 0) + 1;
  const resumes = journey.status === "PAUSED" ? " The journey runs again with it." : "";
  return (
    <PlanQuestion
      journey={journey}
      targets={draft?.nodes ?? []}
      version={number}
      title={`Publish version ${number} of “${journey.name}”?`}
      text={`Choose what happens to the people inside. By default they finish on the version they entered.${resumes}`}
      confirm={`Publish version ${number}`}
      blocked={blocked}
      busy={busy}
      onConfirm={onPublish}
      ignore={(error) => error instanceof ApiProblem && error.status === 422 && blocked}
    >
      {checks}
      {draft && published ? <ChangedSteps changes={compareCanvas(published, draft)} /> : null}
      {draft && !blocked ? <FieldChanges journey={journey} draft={draft} /> : null}
      {draft && !blocked ? <WhoEnters draft={draft} /> : null}
    </PlanQuestion>
  );
}

function Blocking({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Notice tone="destructive">
      <p className="font-medium">{countOf(messages.length, "problem")} to solve first:</p>
      <ul className="mt-1 list-disc pl-4">
        {[...new Set(messages)].slice(0, 6).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
