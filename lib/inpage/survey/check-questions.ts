import type { DocumentFinding } from "../findings.ts";
import { scaleOf } from "./answers.ts";
import { nextQuestion } from "./path.ts";
import { type Branch, END, type Question } from "./questions.ts";

type Finding = (code: DocumentFinding["code"], pointer: string, message: string) => DocumentFinding;

const error: Finding = (code, pointer, message) => ({ level: "error", code, pointer, message });
const warning: Finding = (code, pointer, message) => ({ level: "warning", code, pointer, message });

/** Branches that lead nowhere or back, that no answer takes, and questions that nobody is asked. */
export function checkQuestions(questions: readonly Question[]): DocumentFinding[] {
  const found = questions.flatMap((question, at) =>
    (question.branches ?? []).flatMap((branch, place) =>
      checkBranch({ questions, question, at }, branch, `/questions/${at}/branches/${place}`),
    ),
  );
  const asked = reached(questions);
  const lost = questions.flatMap(({ id }, at) =>
    asked.has(id) ? [] : [warning("unreachable_question", `/questions/${at}`, "No answer leads to this question")],
  );
  return [...found, ...lost];
}

type Placed = { readonly questions: readonly Question[]; readonly question: Question; readonly at: number };

function checkBranch({ questions, question, at }: Placed, branch: Branch, pointer: string): DocumentFinding[] {
  const to = questions.findIndex(({ id }) => id === branch.to);
  const found: DocumentFinding[] = [];
  if (branch.to !== END && to < 0)
    found.push(error("unknown_question", `${pointer}/to`, `There is no question ${branch.to}`));
  else if (branch.to !== END && to <= at)
    found.push(error("leads_back", `${pointer}/to`, "A branch may only lead to a later question, or the end"));
  const ids = "options" in question ? question.options.map(({ id }) => id) : [];
  const unknown = (branch.any ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    found.push(error("unknown_option", `${pointer}/any`, `The question has no option ${unknown.join(", ")}`));
  const scale = scaleOf(question);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = branch;
  const isBounded = branch.least !== undefined || branch.most !== undefined;
  if (isBounded && (scale === null || least > most || least > scale.most || most < scale.least))
    found.push(warning("never_taken", pointer, "No answer to this question takes this branch"));
  return found;
}

/** The questions that some answers lead to. */
function reached(questions: readonly Question[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = questions.slice(0, 1);
  for (const question of waiting) {
    if (found.has(question.id)) continue;
    found.add(question.id);
    for (const value of valuesOf(question)) {
      const next = nextQuestion(questions, question.id, value);
      if (next !== null) waiting.push(next);
    }
  }
  return found;
}

/** An answer of each sort that branches can tell apart. */
function valuesOf(question: Question) {
  const scale = scaleOf(question);
  const skipped = question.optional ? [null] : [];
  if (scale !== null)
    return [...skipped, ...Array.from({ length: scale.most - scale.least + 1 }, (_, step) => scale.least + step)];
  if ("options" in question) return [...skipped, ...question.options.map(({ id }) => id)];
  return [...skipped, ""];
}
