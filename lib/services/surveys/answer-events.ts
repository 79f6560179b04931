import { type AnswerValue, firstScored, scoreOf } from "#inpage";
import type { Answering, NewAnswer } from "./record-answers.ts";
import type { LoadedSurvey } from "./survey.ts";

type Happened = {
  readonly news: readonly NewAnswer[];
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly isCompleted: boolean;
};

type Told = { readonly name: string; readonly properties: Record<string, unknown> };

/** `survey.answered` for each answer, and `survey.completed` once the last question is answered. */
export function eventsOf({ place, responseId, source }: Answering, survey: LoadedSurvey, happened: Happened): Told[] {
  const { news, values, isCompleted } = happened;
  const common = { survey: survey.key, surveyId: survey.id, responseId, source, ...place };
  const answered = news
    .filter(({ value }) => value !== null)
    .map(({ question, value }) => ({
      name: "survey.answered",
      properties: {
        ...common,
        ...{ question: question.id, type: question.type, answer: value },
        ...(scoreOf(question, value) ?? {}),
      },
    }));
  if (!isCompleted) return answered;
  const scored = firstScored(survey.document.questions, values);
  const score = scored && scoreOf(scored, values[scored.id] ?? null);
  const answers = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return [...answered, { name: "survey.completed", properties: { ...common, answers, ...(score ?? {}) } }];
}
