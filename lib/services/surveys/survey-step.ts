import * as z from "zod";
import { type AnswerValue, pathOf, readAnswer, type SurveyWords, scaleOf, surveyWords } from "#inpage";
import type { FieldError } from "#services";
import type { OpenedSurvey } from "./open-link.ts";

/** What the page of a survey shows at once: a question, or the thanks at the end. */
export type SurveyStep = {
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly words: SurveyWords;
  readonly name: string;
  /** The set that the form goes on with; null: the link says it. */
  readonly response: string | null;
  readonly question: StepQuestion | null;
  readonly thanks: { readonly title: string; readonly description: string | null };
  readonly fault: string | null;
};

export type StepQuestion = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly description: string | null;
  readonly isOptional: boolean;
  /** What can be chosen, with numbers as text; empty for words. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly low: string | null;
  readonly high: string | null;
  readonly longest: number;
  readonly lines: "one" | "many";
  readonly placeholder: string | null;
  /** What is chosen or written already. */
  readonly value: readonly string[];
  readonly place: number;
  readonly count: number;
  /** The question before it on this reader's way; null: it is the first. */
  readonly before: string | null;
};

const Text = z.string();
const ReadyQuestion = z.object({
  id: Text,
  title: Text,
  description: Text.optional(),
  options: z.array(z.object({ id: Text, label: Text })).optional(),
  low: Text.optional(),
  high: Text.optional(),
  placeholder: Text.optional(),
});
const ReadyParts = z.object({
  questions: z.array(ReadyQuestion),
  thanks: z.object({ title: Text, description: Text.optional() }).optional(),
});

type Where = {
  /** The question to go back to; null: the first one without an answer. */
  readonly at: string | null;
  /** What a link in a message preselects; it counts when the form is sent. */
  readonly preselected: string | null;
  /** What was sent and refused. */
  readonly refused: { readonly value: unknown; readonly faults: readonly FieldError[] } | null;
};

/** The step at which a reader is. */
export function stepOf({ link, survey, responseId, answers, ready }: OpenedSurvey, where: Where): SurveyStep {
  const { questions } = survey.document;
  const parts = ReadyParts.parse(ready.parts);
  const words = surveyWords(ready.language);
  const { asked, waiting } = pathOf(questions, answers);
  const question = asked.find(({ id }) => id === where.at) ?? waiting;
  const texts = parts.questions.find(({ id }) => id === question?.id);
  const { title = words.thanks, description = null } = parts.thanks ?? {};
  const fault = where.refused?.faults[0]?.message ?? null;
  return {
    ...{ language: ready.language, rightToLeft: ready.rightToLeft, words, name: survey.name },
    response: link.personId === null && link.deliveryId === null ? responseId : null,
    thanks: { title, description },
    fault: fault === "needs an answer" ? words.missing : fault,
    question: question && texts ? shown(question, texts) : null,
  };

  function shown(one: NonNullable<typeof question>, texts: z.infer<typeof ReadyQuestion>): StepQuestion {
    const { low = null, high = null, placeholder = null } = texts;
    const scale = scaleOf(one);
    const numbers = scale
      ? Array.from({ length: scale.most - scale.least + 1 }, (_, n) => String(scale.least + n))
      : [];
    const place = asked.findIndex(({ id }) => id === one.id);
    return {
      ...{
        id: one.id,
        type: one.type,
        title: texts.title,
        description: texts.description ?? null,
        low,
        high,
        placeholder,
      },
      isOptional: one.optional ?? false,
      options: texts.options
        ? texts.options.map(({ id, label }) => ({ value: id, label }))
        : numbers.map((number) => ({ value: number, label: number })),
      longest: one.type === "text" ? (one.longest ?? 5_000) : 0,
      lines: one.type === "text" ? (one.lines ?? "many") : "one",
      value: valueFor(one, where, answers[one.id] ?? null, one.id === waiting?.id && place === 0),
      place: questions.findIndex(({ id }) => id === one.id) + 1,
      count: questions.length,
      before: asked[place - 1]?.id ?? null,
    };
  }
}

type Question = OpenedSurvey["survey"]["document"]["questions"][number];

function valueFor(question: Question, where: Where, stored: AnswerValue, isFirst: boolean): string[] {
  if (where.refused) return texts(where.refused.value);
  const read = isFirst && where.preselected !== null ? readAnswer(question, where.preselected) : null;
  return texts(read && "value" in read ? read.value : stored);
}

const texts = (value: unknown): string[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
