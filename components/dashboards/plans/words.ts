import type { Plan } from "#data";
import { readableName } from "#journey";

type Tone = "secondary" | "success" | "warning" | "destructive";

export const PLAN_WORDS: Readonly<Record<Plan["status"], { readonly label: string; readonly tone: Tone }>> = {
  pending: { label: "Waiting", tone: "warning" },
  approved: { label: "Approved", tone: "success" },
  rejected: { label: "Rejected", tone: "destructive" },
  void: { label: "Void", tone: "secondary" },
};

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

const verb = (count: number, plural: string): string => (count === 1 ? `${plural}s` : plural);

/** What publishing does to people, one sentence each. */
export function effectSentences({ effect }: Plan): string[] {
  const { people: inside, stay, move, exit, dueAtOnce, entering } = effect;
  if (inside === 0 && entering === 0)
    return ["Nobody is in this journey; publishing touches nobody until somebody enters."];
  return [
    ...(stay > 0 ? [`${people(stay)} ${verb(stay, "stay")} on the version they are on.`] : []),
    ...(move > 0
      ? [
          `${people(move)} ${verb(move, "move")} to the new version; ${dueAtOnce} of them ${verb(dueAtOnce, "continue")} at once.`,
        ]
      : []),
    ...(exit > 0 ? [`${people(exit)} ${verb(exit, "leave")} the journey.`] : []),
    ...(entering > 0 ? [`${people(entering)} ${verb(entering, "enter")}.`] : []),
  ];
}

type Step = Plan["effect"]["steps"][number];

/** What happens to the people on one step. */
export function stepFate({ action, to, toLabel, timers, dueAtOnce }: Step): string {
  if (action === "stay") return "Stay on their version";
  if (action === "exit") return "Leave the journey";
  const target = to === null ? "Move to the new version" : `Move to “${toLabel ?? readableName(to)}”`;
  const anew = timers === "recompute" ? "; their waits are computed again" : "";
  return `${target}${anew}${dueAtOnce > 0 ? `; ${people(dueAtOnce)} ${verb(dueAtOnce, "continue")} at once` : ""}`;
}

/** How far the counts may drift until the approval. */
export function toleranceSentence({ effect: { tolerance } }: Plan): string {
  const { percent, people: count } = tolerance;
  if (percent === 0 && count === 0)
    return "The approval is void if any of these counts, or the draft, has changed by then.";
  return `The approval is void if a count drifts by more than ${percent} % or ${people(count)}, or the draft changes.`;
}

const COUNTS: Readonly<Record<string, string>> = {
  people: "People inside",
  move: "People who move",
  exit: "People who leave",
  dueAtOnce: "People who continue at once",
  entering: "People who enter",
};

/** A count that made a plan void. */
export function driftSentence({ count, planned, now, allowed }: Plan["drift"][number]): string {
  const room = allowed === 0 ? "" : `, which is more than the ${allowed} that were allowed`;
  return `${COUNTS[count] ?? count}: ${planned.toLocaleString("en")} in the plan, ${now.toLocaleString("en")} now${room}.`;
}

/** What a backtest of the draft gave, beside what is published. */
export function backtestSentence({ people: count, draft, live }: NonNullable<Plan["backtest"]>): string {
  const was = live ? `, ${live.totals.enrolled} with what is published` : "";
  return `Replayed on ${people(count)} and their past events: ${draft.totals.enrolled} would have entered${was}.`;
}
