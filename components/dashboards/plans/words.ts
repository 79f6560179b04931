import type { Plan } from "#data";

type Tone = "secondary" | "success" | "warning" | "destructive";

export const PLAN_WORDS: Readonly<Record<Plan["status"], { readonly label: string; readonly tone: Tone }>> = {
  pending: { label: "Waiting", tone: "warning" },
  approved: { label: "Approved", tone: "success" },
  rejected: { label: "Rejected", tone: "destructive" },
  void: { label: "Void", tone: "secondary" },
};

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

/** What publishing does to people, one sentence each. */
export function effectSentences({ effect }: Plan): string[] {
  const { people: inside, stay, move, exit, dueAtOnce, entering } = effect;
  if (inside === 0 && entering === 0)
    return ["Nobody is in this journey; publishing touches nobody until somebody enters."];
  return [
    ...(stay > 0 ? [`${people(stay)} stay on the version they are on.`] : []),
    ...(move > 0 ? [`${people(move)} move to the new version; ${dueAtOnce} of them continue at once.`] : []),
    ...(exit > 0 ? [`${people(exit)} leave the journey.`] : []),
    ...(entering > 0 ? [`${people(entering)} enter.`] : []),
  ];
}

/** How far the counts may drift until the approval. */
export function toleranceSentence({ effect: { tolerance } }: Plan): string {
  return `The approval is void if a count drifts by more than ${tolerance.percent} % or ${people(tolerance.people)}, or the draft changes.`;
}

/** What a backtest of the draft gave, beside what is published. */
export function backtestSentence({ backtest }: Plan): string | null {
  if (!backtest) return null;
  const { draft, live } = backtest;
  const was = live ? `, ${live.totals.enrolled} with what is published` : "";
  return `Replayed on ${people(backtest.people)} and their past events: ${draft.totals.enrolled} would have entered${was}.`;
}
