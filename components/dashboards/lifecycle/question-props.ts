import type { Journey } from "#data";

/** What each question is given: the journey, and what to do when the answer is yes. */
export type QuestionProps = {
  journey: Journey;
  busy: boolean;
  onConfirm: (body?: Record<string, unknown>) => void;
};
