import { type Branch, newDocuments, type Question, readDocument, type Survey } from "#inpage";
import type { JsonObject } from "#journey";

/** A text of a survey: one for all languages, or one for each. */
export type SurveyText = Question["title"];

/** The survey in the body of content, also while parts of it are not complete; one that was never written begins with two questions. */
export function surveyOf(body: JsonObject): Survey {
  const { questions } = body;
  const fields = readDocument("survey", { ...body, ...newDocuments.survey() }).document;
  const frame = fields && "questions" in fields ? fields : newDocuments.survey();
  return Array.isArray(questions) && questions.every(isQuestion) ? { ...frame, questions } : frame;
}

const isQuestion = (value: unknown): value is Question =>
  typeof value === "object" && value !== null && "id" in value && "type" in value && "title" in value;

/** The text in a language; `fallback` is the language of texts that are written once. */
export function textIn(text: SurveyText | undefined, language: string, fallback: string): string {
  if (text === undefined) return "";
  if (typeof text === "string") return language === fallback ? text : "";
  return text[language] ?? "";
}

/** The text with that of one language changed; it stays plain while it is written in one language only. */
export function withText(
  text: SurveyText | undefined,
  language: string,
  fallback: string,
  written: string,
): SurveyText {
  if (typeof text === "string" || text === undefined)
    return language === fallback ? written : { [fallback]: text ?? "", [language]: written };
  return { ...text, [language]: written };
}

/** A text that may be left out is left out where nothing is written in any language. */
export const orNothing = (text: SurveyText): SurveyText | undefined => {
  const written = typeof text === "string" ? [text] : Object.values(text);
  return written.some((one) => one !== "") ? text : undefined;
};

/** `base`, or with a number behind it, so that none of the taken ones has it. */
export function freeId(base: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!taken.includes(id) && id !== "end") return id;
  }
}

export const QUESTION_WORDS: Readonly<Record<Question["type"], string>> = {
  nps: "Score from 0 to 10 (NPS)",
  csat: "Satisfaction from 1 to 5 (CSAT)",
  rating: "Rating",
  single: "One of several",
  multiple: "Some of several",
  text: "In their own words",
};

/** A question of a type, as new ones begin. */
export function newQuestion(type: Question["type"], taken: readonly string[]): Question {
  const id = freeId(type, taken);
  const options = [
    { id: "a", label: "First" },
    { id: "b", label: "Second" },
  ];
  switch (type) {
    case "nps":
      return {
        id,
        type,
        title: "How likely are you to recommend us to a friend?",
        low: "Not likely",
        high: "Very likely",
      };
    case "csat":
      return { id, type, title: "How satisfied are you?", low: "Not at all", high: "Very" };
    case "rating":
      return { id, type, title: "How do you rate it?" };
    case "single":
      return { id, type, title: "Which one?", options };
    case "multiple":
      return { id, type, title: "Which of these?", options };
    case "text":
      return { id, type, title: "What else would you like to tell us?", optional: true };
  }
}

/** Without fields that are undefined, which a document may not have. */
export const cleaned = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;

/** Branches that led to a question go with it. */
export const without = (questions: readonly Question[], id: string): Question[] =>
  questions
    .filter((one) => one.id !== id)
    .map((one) =>
      withBranches(
        one,
        (one.branches ?? []).filter(({ to }) => to !== id),
      ),
    );

/** The questions with one changed; branches follow it to another id. */
export const replaced = (questions: readonly Question[], before: Question, next: Question): Question[] =>
  questions.map((one) => {
    if (one === before) return cleaned(next);
    if (before.id === next.id || one.branches === undefined) return one;
    return withBranches(
      one,
      one.branches.map((branch) => (branch.to === before.id ? { ...branch, to: next.id } : branch)),
    );
  });

export function withBranches(question: Question, branches: readonly Branch[]): Question {
  const { branches: _before, ...rest } = question;
  return branches.length === 0 ? rest : { ...rest, branches: [...branches] };
}
