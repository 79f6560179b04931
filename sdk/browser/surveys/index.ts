import type { Asked, AskedParts, AskedQuestion, SurveyUses } from "../content/view.ts";
import { drawQuestion, drawThanks } from "./draw-survey.ts";
import { type Answer, nextQuestion } from "./next-question.ts";
import { surveySheet } from "./survey-style.ts";

/**
 * Asks the questions of a survey one after another. An answer is reported when somebody goes on; what they chose or wrote
 * without going on is reported when they close it, and when the page is left.
 */
export function ask(win: Window, parts: AskedParts, start: string | null, uses: SurveyUses): Asked {
  const { questions } = parts;
  const given = new Map<string, Answer>();
  const reported = new Map<string, string>();
  const trail: AskedQuestion[] = [];
  let at: AskedQuestion | null = questions.find(({ id }) => id === start) ?? questions[0] ?? null;
  let isMissing = false;
  const controller = new AbortController();

  function report(question: AskedQuestion, answer: Answer, next: string | undefined, isLeaving = false): void {
    const said = JSON.stringify(answer);
    if (reported.get(question.id) === said) return;
    reported.set(question.id, said);
    uses.answer({ [question.id]: answer }, next, isLeaving);
  }

  function next(): void {
    if (at === null) return;
    const answer = given.get(at.id) ?? null;
    isMissing = answer === null && !at.optional;
    if (!isMissing) goOn(at, answer);
    uses.redraw();
  }

  function goOn(from: AskedQuestion, answer: Answer): void {
    const following = nextQuestion(questions, from, answer);
    report(from, answer, following?.id);
    trail.push(from);
    at = following;
    if (at !== null) return;
    controller.abort();
    uses.finish();
  }

  function back(): void {
    at = trail.pop() ?? at;
    isMissing = false;
    uses.redraw();
  }

  function keep(): void {
    const answer = at && given.get(at.id);
    if (at && answer !== null && answer !== undefined) report(at, answer, at.id, true);
  }

  const { signal } = controller;
  win.addEventListener("pagehide", keep, { signal });
  win.document.addEventListener("visibilitychange", () => win.document.visibilityState === "hidden" && keep(), {
    signal,
  });

  return {
    sheet: surveySheet(win.document),
    get isDone() {
      return at === null;
    },
    draw(): HTMLElement[] {
      if (at === null) return drawThanks(parts);
      const { id } = at;
      return drawQuestion(parts, at, {
        answer: given.get(id) ?? null,
        isMissing,
        place: questions.indexOf(at) + 1,
        isLast: nextQuestion(questions, at, given.get(id) ?? null) === null,
        set: (answer) => given.set(id, answer),
        next,
        back: trail.length > 0 ? back : null,
      });
    },
    end(): void {
      keep();
      controller.abort();
    },
    drop: () => controller.abort(),
  };
}
