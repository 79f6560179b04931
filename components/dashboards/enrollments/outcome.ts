const WORDS: Record<string, string> = {
  active: "entered",
  pending: "will enter shortly",
  not_enrolled: "not enrolled",
  stopped: "entered and was stopped immediately",
  failed: "entered and failed immediately",
  completed: "entered and completed immediately",
  not_found: "not found",
  already_in: "already in this journey",
  already_was: "was in it before, and re-entry is off",
  no_instance_key: "not enrolled: the value that separates enrollments is missing",
  not_published: "not enrolled: the journey is not published",
  anonymous: "not identified, and the journey accepts identified people only",
  entry_conditions: "did not meet the entry conditions",
  goal_already_met: "already reached the goal",
  exit_condition: "met an exit condition",
  too_soon: "entered a journey too recently",
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

const wordsOf = (status: string): string => WORDS[status.toLowerCase()] ?? status.toLowerCase().replaceAll("_", " ");
