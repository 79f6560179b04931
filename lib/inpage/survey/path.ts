import type { AnswerValue } from "./answers.ts";
import { type Branch, END, type Question } from "./questions.ts";

/** What somebody answered, by the id of the question. */
export type Answered = Readonly<Record<string, AnswerValue>>;

/** The question that follows an answer; `null`: it was the last. */
export function nextQuestion(questions: readonly Question[], id: string, value: AnswerValue): Question | null {
  const at = questions.findIndex((one) => one.id === id);
  const branch = questions[at]?.branches?.find((one) => holds(one, value));
  if (branch === undefined) return questions[at + 1] ?? null;
  if (branch.to === END) return null;
  const to = questions.findIndex((one) => one.id === branch.to);
  // A branch that leads back would never end; publishing refuses it.
  return to > at ? (questions[to] ?? null) : (questions[at + 1] ?? null);
}

function holds({ least, most, any }: Branch, value: AnswerValue): boolean {
  const isNumber = typeof value === "number";
  if (least !== undefined && !(isNumber && value >= least)) return false;
  if (most !== undefined && !(isNumber && value <= most)) return false;
  if (any === undefined) return true;
  const chosen = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  return any.some((id) => chosen.includes(id));
}

/** The questions that somebody was asked, in order, and the one that waits for its answer; `null`: all are answered. */
export function pathOf(
  questions: readonly Question[],
  answers: Answered,
): { readonly asked: readonly Question[]; readonly waiting: Question | null } {
  const asked: Question[] = [];
  let at: Question | null = questions[0] ?? null;
  while (at !== null && Object.hasOwn(answers, at.id)) {
    asked.push(at);
    at = nextQuestion(questions, at.id, answers[at.id] ?? null);
  }
  return at === null ? { asked, waiting: null } : { asked: [...asked, at], waiting: at };
}

/** The first figure on the way, by which a whole answer set is sorted. */
export function firstScored(questions: readonly Question[], answers: Answered): Question | null {
  return questions.find(({ id }) => typeof answers[id] === "number") ?? null;
}
