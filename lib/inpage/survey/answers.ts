import { LONGEST_ANSWER, type Question } from "./questions.ts";

/** An answer: a number, the id of an option, ids of options, or words; `null`: left without an answer. */
export type AnswerValue = number | string | readonly string[] | null;

export type ReadAnswer = { readonly value: AnswerValue } | { readonly fault: string };

const DIGITS = /^-?\d{1,3}$/;

/** The numbers of a question that is answered with one; `null`: it is not. */
export function scaleOf(question: Question): { readonly least: number; readonly most: number } | null {
  if (question.type === "nps") return { least: 0, most: 10 };
  if (question.type === "csat") return { least: 1, most: 5 };
  return question.type === "rating" ? { least: 1, most: question.scale ?? 5 } : null;
}

/** Reads what a page or a form says; forms write numbers as text. */
export function readAnswer(question: Question, given: unknown): ReadAnswer {
  const value = given === "" || given === undefined ? null : given;
  if (value === null || (Array.isArray(value) && value.length === 0))
    return question.optional ? { value: null } : { fault: "needs an answer" };
  const scale = scaleOf(question);
  if (scale !== null) return numberIn(scale, value);
  if (question.type === "text") return words(question.longest ?? LONGEST_ANSWER, value);
  const ids = "options" in question ? question.options.map(({ id }) => id) : [];
  if (question.type === "single")
    return typeof value === "string" && ids.includes(value) ? { value } : { fault: "is none of the options" };
  const chosen = Array.isArray(value) ? value : [value];
  if (!chosen.every((one) => ids.includes(one))) return { fault: "has something that is none of the options" };
  // In the order of the options, so that the same choice is always the same answer.
  return { value: ids.filter((id) => chosen.includes(id)) };
}

function numberIn({ least, most }: { readonly least: number; readonly most: number }, value: unknown): ReadAnswer {
  const number = typeof value === "string" && DIGITS.test(value) ? Number(value) : value;
  const isIn = typeof number === "number" && Number.isInteger(number) && number >= least && number <= most;
  return isIn ? { value: number } : { fault: `is no whole number from ${least} to ${most}` };
}

function words(longest: number, value: unknown): ReadAnswer {
  if (typeof value !== "string") return { fault: "is no text" };
  const text = value.replaceAll("\r\n", "\n").trim();
  if (text.length > longest) return { fault: `may have ${longest} characters at most` };
  return { value: text };
}

/** What a score says of the person who gave it. */
export type Category = "promoter" | "passive" | "detractor" | "satisfied" | "neutral" | "dissatisfied";

/** The figure of an answer, and what it says; `null`: it has none. */
export function scoreOf(question: Question, value: AnswerValue): { score: number; category: Category | null } | null {
  if (typeof value !== "number") return null;
  return { score: value, category: categoryOf(question, value) };
}

function categoryOf({ type }: Question, score: number): Category | null {
  if (type === "nps") return score >= 9 ? "promoter" : score >= 7 ? "passive" : "detractor";
  if (type === "csat") return score >= 4 ? "satisfied" : score === 3 ? "neutral" : "dissatisfied";
  return null;
}
