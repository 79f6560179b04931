"use client";
import { Download, Link2 } from "lucide-react";
import { useState } from "react";
import { exportSurvey, problemMessage, surveyAddress, useCanEdit, useContent, useSurveyResults } from "#data";
import { BackLink, EmptyState, formatNumber, formatShare, LoadingPage, Page, PageError } from "#shell";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";
import { download } from "../consent/consent-files.tsx";
import { QuestionResults } from "./question-results.tsx";
import { ResultFilters, useResultRange } from "./result-filters.tsx";
import { SurveyAnswers } from "./survey-answers.tsx";
import { SurveyDays } from "./survey-days.tsx";

/** What people answered to a survey: how far they came, each question, and the answers themselves. */
export function SurveyResultsPage({ contentId }: { contentId: string }) {
  const item = useContent(contentId);
  const [range] = useResultRange();
  const { data: results, error, refetch } = useSurveyResults(contentId, range);
  const back = <BackLink href={`/content/${contentId}`}>The survey</BackLink>;
  const failure = item.error ?? error;
  if (failure && !results)
    return <PageError error={failure} onRetry={refetch} back={{ href: "/content", label: "All content" }} />;
  if (!results || !item.data) return <LoadingPage title="Survey results" />;
  const { shown, started, completed, questions, days, revisions } = results;
  return (
    <Page
      title={results.name}
      description="What people answered, by the day on which they began (UTC). It is read again every half minute."
      back={back}
      actions={<ResultActions id={contentId} slug={results.key} />}
    >
      <ResultFilters results={results} revisions={revisions} />
      <ul
        aria-label="Totals"
        className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border bg-border shadow-raised sm:grid-cols-3"
      >
        <Tile label="Shown in pages" value={shown} note="once for each showing" />
        <Tile label="Started" value={started} note="with an answer at least" />
        <Tile
          label="Completed"
          value={completed}
          note={started === 0 ? "nobody yet" : `${formatShare(completed, started)} of started`}
        />
      </ul>
      {started === 0 ? (
        <EmptyState
          title="No answers in this time"
          text="Show the survey in a journey, put its link into an email, or choose a longer time."
        />
      ) : (
        <>
          <SurveyDays days={days} />
          <div className="grid gap-4">
            {questions.map((question, at) => (
              <QuestionResults key={question.id} question={question} place={at + 1} />
            ))}
          </div>
          <SurveyAnswers id={contentId} range={range} questions={questions} />
        </>
      )}
    </Page>
  );
}

function Tile({ label, value, note }: { label: string; value: number; note: string }) {
  return (
    <li className="grid gap-1 bg-card px-4 py-3" data-tile={label.toLowerCase()}>
      <span className="text-muted-foreground text-xs">{label}</span>
      <span className="tabular font-semibold text-2xl tracking-tight">{formatNumber(value)}</span>
      <span className="text-muted-foreground text-xs">{note}</span>
    </li>
  );
}

function ResultActions({ id, slug }: { id: string; slug: string }) {
  const [range] = useResultRange();
  const [isBusy, setBusy] = useState(false);
  const canEdit = useCanEdit();
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      toast.error(problemMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const copy = async () => {
    await navigator.clipboard.writeText(await surveyAddress(id));
    toast.success("Copied. Answers by this link belong to no person.");
  };
  const save = async () => download(`${slug}.csv`, await exportSurvey(id, range));
  return (
    <>
      <Button variant="outline" disabled={isBusy} onClick={() => void act(copy)}>
        <Link2 aria-hidden /> Copy link for everyone
      </Button>
      {canEdit ? (
        <Button variant="outline" busy={isBusy} onClick={() => void act(save)}>
          <Download aria-hidden /> Export CSV
        </Button>
      ) : null}
    </>
  );
}
