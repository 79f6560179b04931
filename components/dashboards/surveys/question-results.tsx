"use client";
import type { SurveyResults } from "#data";
import { formatNumber, formatShare } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";

type Result = SurveyResults["questions"][number];

/** One question: how many came to it and answered, its score, and how often each answer was given. */
export function QuestionResults({ question, place }: { question: Result; place: number }) {
  const { id, title, asked, answered, dropped, options, score } = question;
  const titleId = `result-${id}`;
  return (
    <Card aria-labelledby={titleId} data-result={id}>
      <CardHeader>
        <div className="grid gap-1">
          <CardTitle id={titleId}>
            {place}. {title}
          </CardTitle>
          <CardDescription>
            {formatNumber(answered)} of {formatNumber(asked)} answered
            {dropped > 0 ? `; ${formatNumber(dropped)} (${formatShare(dropped, asked)}) left here` : ""}
          </CardDescription>
        </div>
      </CardHeader>
      <CardContent className="grid gap-4">
        {score ? <Score score={score} /> : null}
        {options.length > 0 ? (
          <Distribution label={title} options={options} answered={answered} isScale={score !== null} />
        ) : null}
        {question.type === "text" ? (
          <p className="text-muted-foreground text-ui">What people wrote stands below.</p>
        ) : null}
      </CardContent>
    </Card>
  );
}

function Score({ score }: { score: NonNullable<Result["score"]> }) {
  const { mean, nps, promoters, passives, detractors, satisfied } = score;
  const all = promoters + passives + detractors;
  return (
    <div className="grid gap-3">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {nps === null ? null : <Figure word="NPS" value={signed(nps)} />}
        {satisfied === null ? null : <Figure word="Satisfied" value={`${satisfied} %`} />}
        <Figure word="Mean" value={String(mean)} />
      </dl>
      {nps === null || all === 0 ? null : (
        <>
          <div className="flex h-3 overflow-hidden rounded-full bg-muted" aria-hidden>
            <span className="bg-outcome-failed" style={{ width: `${(detractors / all) * 100}%` }} />
            <span className="bg-muted-foreground/40" style={{ width: `${(passives / all) * 100}%` }} />
            <span className="bg-outcome-completed" style={{ width: `${(promoters / all) * 100}%` }} />
          </div>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-ui">
            {[
              { word: "Detractors (0–6)", count: detractors, tone: "bg-outcome-failed" },
              { word: "Passives (7–8)", count: passives, tone: "bg-muted-foreground/40" },
              { word: "Promoters (9–10)", count: promoters, tone: "bg-outcome-completed" },
            ].map(({ word, count, tone }) => (
              <li key={word} className="flex items-center gap-2">
                <span aria-hidden className={`size-2 rounded-full ${tone}`} />
                {word}: <span className="tabular font-medium">{formatNumber(count)}</span>
                <span className="text-muted-foreground text-xs">{formatShare(count, all)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

function Figure({ word, value }: { word: string; value: string }) {
  return (
    <div className="grid">
      <dt className="text-muted-foreground text-xs">{word}</dt>
      <dd className="tabular font-semibold text-2xl tracking-tight">{value}</dd>
    </div>
  );
}

type DistributionProps = { label: string; options: Result["options"]; answered: number; isScale: boolean };

/** A table whose last column draws its shares, so that the chart and the numbers are one. */
function Distribution({ label, options, answered, isScale }: DistributionProps) {
  const most = Math.max(1, ...options.map(({ count }) => count));
  return (
    <table className="w-full text-ui">
      <caption className="sr-only">How often each answer was given: {label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Count</th>
          <th scope="col">Share</th>
          <th scope="col">Bar</th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ option, label: word, count }) => (
          <tr key={option}>
            <th
              scope="row"
              className={`${isScale ? "w-px" : "w-2/5"} break-words py-0.5 pr-3 text-left align-middle font-normal`}
            >
              {word}
            </th>
            <td className="tabular w-px px-2 text-right font-medium">{formatNumber(count)}</td>
            <td className="tabular w-px px-2 text-right text-muted-foreground text-xs">
              {answered === 0 ? "–" : formatShare(count, answered)}
            </td>
            <td aria-hidden>
              <span
                className="block h-3 min-w-px rounded-sm bg-chart-1"
                style={{ width: `${(count / most) * 100}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
