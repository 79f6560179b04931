import { nearMissWords } from "#words";

/** What a manual enrollment results in; why somebody did not enter is a near miss. */
const WORDS: Record<string, string> = {
  active: "entered",
  pending: "will enter shortly",
  not_enrolled: "not enrolled",
  stopped: "entered and was stopped immediately",
  failed: "entered and failed immediately",
  completed: "entered and completed immediately",
  not_found: "not found",
};

type Outcome = { personId: string; enrollmentId: string | null; status: string; reason: string | null };
export type OutcomeLine = { words: string; count: number; people: Pick<Outcome, "personId" | "enrollmentId">[] };

/** People grouped by outcome, the largest group first. */
export function outcomeLines(outcomes: readonly Outcome[]): OutcomeLine[] {
  const groups = Map.groupBy(outcomes, ({ status, reason }) => wordsOf(reason ?? status));
  return [...groups]
    .map(([words, people]) => ({
      words,
      count: people.length,
      people: people.map(({ personId, enrollmentId }) => ({ personId, enrollmentId })),
    }))
    .sort((a, b) => b.count - a.count);
}

const wordsOf = (status: string): string => WORDS[status.toLowerCase()] ?? nearMissWords(status.toLowerCase());
