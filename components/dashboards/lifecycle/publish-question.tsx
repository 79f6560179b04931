"use client";
import { useQuery } from "@tanstack/react-query";
import {
  ApiProblem,
  type JourneyDetail,
  problemMessage,
  savePending,
  useJourney,
  useVersionDocument,
  validateJourney,
} from "#data";
import { countOf, Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { ChangedSteps } from "./changed-steps.tsx";
import { compareCanvas } from "./compare-canvas.ts";
import { PlanQuestion } from "./migration/plan-question.tsx";
import { Question, type QuestionProps } from "./question.tsx";

/** Problems that block, what changed, and what becomes of the people inside. */
export function PublishQuestion(props: QuestionProps) {
  const { journey, busy, onConfirm } = props;
  const draft = useJourney(journey.id).data;
  const validation = useQuery({
    queryKey: ["publish-check", journey.id],
    queryFn: () => savePending().then(() => validateJourney(journey.id)),
    gcTime: 0,
  });
  const errors = (validation.data?.problems ?? []).filter((problem) => problem.severity === "error");
  const checks = (
    <>
      {validation.isPending ? <Skeleton className="h-10" /> : null}
      {validation.error ? <Notice tone="destructive">{problemMessage(validation.error)}</Notice> : null}
      <Blocking messages={errors.map(({ message }) => message)} />
    </>
  );
  const blocked = !validation.data?.canPublish;
  if (journey.publishedVersion) return <NextVersion {...props} draft={draft} blocked={blocked} checks={checks} />;
  return (
    <Question
      title={`Publish “${journey.name}”?`}
      text="From now on people who meet its triggers enter it."
      confirm="Publish"
      blocked={blocked}
      busy={busy}
      onConfirm={() => onConfirm()}
    >
      {checks}
      {draft && errors.length === 0 ? <FirstTime draft={draft} /> : null}
    </Question>
  );
}

type NextVersionProps = QuestionProps & {
  draft: JourneyDetail | undefined;
  blocked: boolean;
  checks: React.ReactNode;
};

function NextVersion({ journey, busy, onConfirm, draft, blocked, checks }: NextVersionProps) {
  const published = useVersionDocument(journey.id, journey.publishedVersion?.id ?? null).data;
  const number = (journey.publishedVersion?.number ?? 0) + 1;
  const resumes = journey.status === "PAUSED" ? " The journey runs again with it." : "";
  return (
    <PlanQuestion
      journey={journey}
      targets={draft?.nodes ?? []}
      version={number}
      title={`Publish version ${number} of “${journey.name}”?`}
      text={`Say what happens to the people inside. Without a choice they finish on the version they entered.${resumes}`}
      confirm={`Publish version ${number}`}
      blocked={blocked}
      busy={busy}
      onConfirm={(migration) => onConfirm(migration ? { migration } : undefined)}
      ignore={(error) => error instanceof ApiProblem && error.status === 422 && blocked}
    >
      {checks}
      {draft && published ? <ChangedSteps changes={compareCanvas(published, draft)} /> : null}
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

function FirstTime({ draft }: { draft: JourneyDetail }) {
  return (
    <p className="text-muted-foreground text-ui">
      {countOf(draft.nodes.length, "step")}
      {draft.audience ? `; everybody in the segment “${draft.audience.name}” enters.` : "."}
    </p>
  );
}
