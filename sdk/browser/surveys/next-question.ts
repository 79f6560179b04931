import type { AskedQuestion } from "../content/view.ts";

/** An answer as a page reports it; `null`: left without one. */
export type Answer = number | string | readonly string[] | null;

/** The question that follows an answer, as the server finds it too; `null`: it was the last. */
export function nextQuestion(
  questions: readonly AskedQuestion[],
  { id, branches = [] }: AskedQuestion,
  answer: Answer,
): AskedQuestion | null {
  const at = questions.findIndex((one) => one.id === id);
  const chosen = Array.isArray(answer) ? answer : [answer];
  const branch = branches.find(
    ({ least, most, any }) =>
      (least === undefined || (typeof answer === "number" && answer >= least)) &&
      (most === undefined || (typeof answer === "number" && answer <= most)) &&
      (!any || any.some((option) => chosen.includes(option))),
  );
  if (branch?.to === "end") return null;
  const to = questions.findIndex((one) => one.id === branch?.to);
  return questions[to > at ? to : at + 1] ?? null;
}
