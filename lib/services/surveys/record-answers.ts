import type { TransactionSql } from "#db";
import { type AnswerValue, firstScored, pathOf, type Question, readAnswer, scoreOf } from "#inpage";
import { type FieldError, fieldError, invalid } from "#services";
import { holdPerson } from "#store/devices";
import { readClock } from "#store/engine-config";
import { logEvent } from "#store/events";
import { appendSignals } from "#store/inbox";
import { addSurveyCounts, type SurveyDelta } from "#store/survey-counts";
import {
  lockResponse,
  type StoredAnswer,
  type SurveyPlace,
  type SurveyResponse,
  storeAnswers,
} from "#store/survey-responses";
import { eventsOf } from "./answer-events.ts";
import { type LoadedSurvey, loadSurvey } from "./survey.ts";

export type Answering = {
  readonly workspaceId: string;
  readonly siteId: string | null;
  /** Null: the link is for nobody in particular. */
  readonly personId: string | null;
  readonly survey: LoadedSurvey;
  readonly responseId: string;
  readonly place: SurveyPlace;
  readonly source: "page" | "link";
  /** As they came, by the id of the question. */
  readonly answers: Readonly<Record<string, unknown>>;
};

/** The names of the events that were logged, and the answers as they are now. */
export type Recorded = {
  readonly events: readonly string[];
  readonly survey: LoadedSurvey;
  readonly answers: Readonly<Record<string, AnswerValue>>;
};

/**
 * Stores answers in the caller's transaction: the set, the figures, the events that journeys wait for, and the traits that
 * questions name. The same answers again change nothing, and an answer that differs replaces the one before. Throws
 * `invalid` with every fault; null: the person is gone, or the set is somebody else's.
 */
export async function recordAnswers(tx: TransactionSql, answering: Answering): Promise<Recorded | null> {
  const { workspaceId, personId, responseId: id } = answering;
  if (personId !== null && !(await holdPerson(tx, personId))) return null;
  const at = await readClock(tx);
  const { id: surveyId, revision } = answering.survey;
  const { place, source } = answering;
  const before = await lockResponse(tx, { id, workspaceId, surveyId, revision, personId, place, source, at });
  if (before === undefined) return null;
  // A set goes on with the questions that it began with.
  const survey =
    before.revision === revision ? answering.survey : await loadSurvey(tx, workspaceId, surveyId, before.revision);
  if (survey === null) return null;
  const { questions } = survey.document;
  const given = readAll(questions, answering.answers);
  const news = given.filter(({ question, value }) => !isSame(before.answers[question.id], value));
  const answers = { ...before.answers };
  for (const { question, value } of news) answers[question.id] = { value, at };
  const values = valuesOf(answers);
  if (news.length === 0) return { events: [], survey, answers: values };
  const path = pathOf(questions, values);
  const asked = [
    ...new Set([...before.asked, ...path.asked.map((one) => one.id), ...news.map((one) => one.question.id)]),
  ];
  const scored = firstScored(questions, values);
  const score = scored && (scoreOf(scored, values[scored.id] ?? null)?.score ?? null);
  const completedAt = before.completedAt ?? (path.waiting === null ? at : null);
  const after: SurveyResponse = { ...before, answers, asked, score, completedAt };
  await storeAnswers(tx, after, at);
  await addSurveyCounts(tx, { ...before, workspaceId }, deltasOf(before, after, news));
  if (personId === null) return { events: [], survey, answers: values };
  const events = eventsOf(answering, survey, { news, values, isCompleted: completedAt !== before.completedAt });
  await setTraits(tx, answering, personId, news);
  for (const { name, properties } of events)
    await logEvent(tx, { workspaceId, siteId: answering.siteId, personId, name, properties });
  return { events: events.map(({ name }) => name), survey, answers: values };
}

/** An answer that was read, with its question. */
export type NewAnswer = { readonly question: Question; readonly value: AnswerValue };

function readAll(questions: readonly Question[], given: Readonly<Record<string, unknown>>): NewAnswer[] {
  const faults: FieldError[] = [];
  const read = Object.entries(given).flatMap(([id, value]): NewAnswer[] => {
    const question = questions.find((one) => one.id === id);
    const answer = question ? readAnswer(question, value) : { fault: "is no question of this survey" };
    if (question && "value" in answer) return [{ question, value: answer.value }];
    if ("fault" in answer) faults.push(fieldError(["answers", id], answer.fault));
    return [];
  });
  if (faults.length > 0) throw invalid(`${faults[0]?.field} ${faults[0]?.message}`, faults);
  return read;
}

const isSame = (before: StoredAnswer | undefined, value: AnswerValue): boolean =>
  before !== undefined && JSON.stringify(before.value) === JSON.stringify(value);

const valuesOf = (answers: Readonly<Record<string, StoredAnswer>>): Record<string, AnswerValue> =>
  Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));

/** How the figures change: an answer that is replaced is taken out again. */
function deltasOf(before: SurveyResponse, after: SurveyResponse, news: readonly NewAnswer[]): SurveyDelta[] {
  const whole = (option: string) => ({ question: "", option, count: 1 });
  return [
    ...(before.asked.length === 0 ? [whole(":started")] : []),
    ...(before.completedAt === after.completedAt ? [] : [whole(":completed")]),
    ...after.asked
      .filter((id) => !before.asked.includes(id))
      .map((question) => ({ question, option: ":asked", count: 1 })),
    ...news.flatMap(({ question, value }) => [
      ...countsOf(question, before.answers[question.id]?.value, -1),
      ...countsOf(question, value, 1),
    ]),
  ];
}

function countsOf({ id: question, type }: Question, value: AnswerValue | undefined, count: number): SurveyDelta[] {
  if (value === undefined) return [];
  if (value === null) return [{ question, option: ":skipped", count }];
  const chosen = type === "text" ? [] : typeof value === "object" ? value : [String(value)];
  return [":answered", ...chosen].map((option) => ({ question, option, count }));
}

async function setTraits(
  tx: TransactionSql,
  { workspaceId }: Answering,
  personId: string,
  news: readonly NewAnswer[],
): Promise<void> {
  const traits = Object.fromEntries(
    news.flatMap(({ question: { trait }, value }) => (trait === undefined || value === null ? [] : [[trait, value]])),
  );
  if (Object.keys(traits).length === 0) return;
  await appendSignals(tx, [{ workspaceId, personId, kind: "patch", payload: { patch: { traits }, source: "survey" } }]);
}
