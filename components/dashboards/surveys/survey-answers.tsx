"use client";
import { useState } from "react";
import { problemMessage, type SurveyRange, type SurveyResponse, type SurveyResults, useSurveyResponses } from "#data";
import { Ago, Notice, SearchInput } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { Pick } from "../rules/pick.tsx";

type Question = SurveyResults["questions"][number];
type SurveyAnswersProps = { id: string; range: SurveyRange; questions: readonly Question[] };

const EVERY = "*";

/** The answers themselves, the newest first, with a search in what people wrote. */
export function SurveyAnswers({ id, range, questions }: SurveyAnswersProps) {
  const [question, setQuestion] = useState<string>(EVERY);
  const [search, setSearch] = useState("");
  const asked = question === EVERY ? null : question;
  const found = useSurveyResponses(id, { ...range, question: asked, search });
  const responses = found.data?.pages.flatMap((page) => page.responses);
  return (
    <Card aria-labelledby="survey-answers-title">
      <CardHeader>
        <CardTitle id="survey-answers-title">Answers</CardTitle>
        <div className="flex flex-wrap items-center gap-2">
          <Pick
            label="Question"
            className="w-56"
            value={question}
            options={{
              [EVERY]: "All questions",
              ...Object.fromEntries(questions.map(({ id: one, title }, at) => [one, `${at + 1}. ${title}`])),
            }}
            onChange={setQuestion}
          />
          <SearchInput label="Search in answers" value={search} onSearch={setSearch} />
        </div>
      </CardHeader>
      <CardContent className="grid gap-3">
        {found.error ? <Notice tone="destructive">{problemMessage(found.error)}</Notice> : null}
        {!responses && !found.error ? <Skeleton className="h-40" /> : null}
        {responses?.length === 0 ? <p className="text-muted-foreground text-ui">Nothing was found.</p> : null}
        <ul className="divide-y">
          {responses?.map((response) => (
            <Answer key={response.id} {...{ response, questions, asked }} />
          ))}
        </ul>
        {found.hasNextPage ? (
          <Button
            variant="outline"
            className="justify-self-start"
            busy={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Show more
          </Button>
        ) : null}
      </CardContent>
    </Card>
  );
}

type AnswerProps = { response: SurveyResponse; questions: readonly Question[]; asked: string | null };

function Answer({ response, questions, asked }: AnswerProps) {
  const { personId, person, answers, startedAt, completedAt, source } = response;
  const shown = questions.filter(({ id }) => (answers[id] ?? null) !== null && (asked === null || asked === id));
  return (
    <li className="grid gap-2 py-3" data-response={response.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
        {personId ? (
          <Link
            href={`/people/${personId}`}
            className="font-medium text-primary-ink underline-offset-4 hover:underline"
          >
            {person ?? "Somebody without a name"}
          </Link>
        ) : (
          <span className="font-medium">By the link for everyone</span>
        )}
        <span className="text-muted-foreground">
          <Ago at={startedAt} /> {source === "page" ? "in a page" : "by a link"}
        </span>
        {completedAt === null ? <Badge variant="outline">Left before the end</Badge> : null}
      </div>
      <dl className="grid gap-1.5">
        {shown.map((question) => (
          <div key={question.id} className="grid gap-0.5 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] sm:gap-3">
            <dt className="text-muted-foreground text-ui">{question.title}</dt>
            <dd className="whitespace-pre-line break-words text-ui">{said(question, answers[question.id])}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Options by what they say. */
function said({ options, type }: Question, answer: SurveyResponse["answers"][string] | undefined): string {
  const all = Array.isArray(answer) ? answer : [answer ?? ""];
  const isChosen = type === "single" || type === "multiple";
  return all
    .map((one) => (isChosen ? (options.find(({ option }) => option === one)?.label ?? String(one)) : String(one)))
    .join(", ");
}
