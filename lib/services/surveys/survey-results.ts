import { type Question, scaleOf } from "#inpage";
import type { Context } from "#services";
import { readAnsweredRevisions, readSurveyCounts, type SurveyCount } from "#store/survey-counts";
import { findSurvey } from "./find-survey.ts";
import { daysOf } from "./range.ts";
import type { QuestionResult, ResultsQuery, SurveyResults } from "./schema.ts";
import { loadSurvey } from "./survey.ts";
import { titleOf } from "./title-of.ts";

/** Revisions whose questions are looked through for those that are not asked any more. */
const MOST_REVISIONS = 20;

/** The figures of a survey. They are read from counters, so a million answers cost no more than ten. */
export async function surveyResults(ctx: Context, reference: string, query: ResultsQuery): Promise<SurveyResults> {
  const { id, slug, name } = await findSurvey(ctx, reference);
  const { sql } = ctx.database;
  const days = await daysOf(ctx, query);
  const revision = query.revision ?? null;
  const [counts, revisions] = await Promise.all([
    readSurveyCounts(sql, { surveyId: id, ...days, revision }),
    readAnsweredRevisions(sql, id),
  ]);
  const figures = new Figures(counts);
  const questions = await everyQuestion(ctx, id, revision === null ? [null, ...revisions] : [revision]);
  const isShown = ({ id: question }: Question, at: number) =>
    at < questions.first || figures.of(question, ":asked") > 0;
  const main = questions.all.find(({ type }) => type === "nps");
  return {
    ...{ id, key: slug, name, ...days, revision, revisions },
    shown: figures.of("", ":shown"),
    started: figures.of("", ":started"),
    completed: figures.of("", ":completed"),
    questions: questions.all.filter(isShown).map((question) => resultOf(question, figures)),
    days: byDay(counts, main?.id),
  };
}

/** The questions of the revision that is asked for, else of the present one; then those that only other ones have. */
async function everyQuestion(ctx: Context, id: string, revisions: readonly (number | null)[]) {
  const wanted = revisions.slice(0, MOST_REVISIONS);
  const loaded = await Promise.all(wanted.map((one) => loadSurvey(ctx.database.sql, ctx.workspaceId, id, one)));
  const all = new Map<string, Question>();
  for (const survey of loaded)
    for (const question of survey?.document.questions ?? []) if (!all.has(question.id)) all.set(question.id, question);
  return { all: [...all.values()], first: loaded[0]?.document.questions.length ?? 0 };
}

/** Counts by question and option. */
class Figures {
  readonly #sums = new Map<string, number>();

  constructor(counts: readonly SurveyCount[]) {
    for (const { question, option, count } of counts) {
      const key = `${question} ${option}`;
      this.#sums.set(key, (this.#sums.get(key) ?? 0) + count);
    }
  }

  of(question: string, option: string): number {
    return Math.max(0, this.#sums.get(`${question} ${option}`) ?? 0);
  }
}

function resultOf(question: Question, figures: Figures): QuestionResult {
  const asked = figures.of(question.id, ":asked");
  const answered = figures.of(question.id, ":answered");
  const options = optionsOf(question).map(({ option, label }) => ({
    ...{ option, label, count: figures.of(question.id, option) },
  }));
  const skipped = figures.of(question.id, ":skipped");
  return {
    ...{ id: question.id, type: question.type, title: titleOf(question.title), asked, answered, options },
    dropped: Math.max(0, asked - answered - skipped),
    score: scaleOf(question) === null ? null : scoreResult(question, options),
  };
}

function optionsOf(question: Question): { option: string; label: string }[] {
  if ("options" in question) return question.options.map(({ id, label }) => ({ option: id, label: titleOf(label) }));
  const scale = scaleOf(question);
  if (scale === null) return [];
  return Array.from({ length: scale.most - scale.least + 1 }, (_, step) => {
    const number = String(scale.least + step);
    return { option: number, label: number };
  });
}

type Counted = readonly { readonly option: string; readonly count: number }[];

function scoreResult({ type }: Question, options: Counted): QuestionResult["score"] {
  const sum = (holds: (score: number) => boolean) =>
    options.reduce((all, { option, count }) => all + (holds(Number(option)) ? count : 0), 0);
  const all = sum(() => true);
  if (all === 0) return null;
  const [promoters, detractors] = [sum((score) => score >= 9), sum((score) => score <= 6)];
  const isNps = type === "nps";
  return {
    mean: rounded(options.reduce((total, { option, count }) => total + Number(option) * count, 0) / all),
    nps: isNps ? rounded(((promoters - detractors) / all) * 100) : null,
    promoters: isNps ? promoters : 0,
    passives: isNps ? all - promoters - detractors : 0,
    detractors: isNps ? detractors : 0,
    satisfied: type === "csat" ? rounded((sum((score) => score >= 4) / all) * 100) : null,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** By the day on which the answers began; `main` is the question whose score is followed. */
function byDay(counts: readonly SurveyCount[], main: string | undefined): SurveyResults["days"] {
  return [...Map.groupBy(counts, ({ day }) => day)].map(([day, own]) => {
    const of = new Figures(own);
    const scores = own.filter(({ question, option }) => question === main && /^\d+$/.test(option));
    const score = scoreResult({ id: "", title: "", type: "nps" }, scores);
    return { day, started: of.of("", ":started"), completed: of.of("", ":completed"), nps: score?.nps ?? null };
  });
}
