const WORDS: Record<string, string> = {
  active: "entered",
  pending: "will enter within moments",
  not_enrolled: "kept out",
  stopped: "entered and was stopped at once",
  failed: "entered and failed at once",
  completed: "entered and went through to the end at once",
  not_found: "not found, so nobody to enroll",
  already_in: "already in this journey",
  already_was: "was in it before, and re-entry is off",
  no_instance_key: "kept out: the value that tells enrollments apart is missing",
  not_published: "kept out: the journey is not published",
  anonymous: "not identified, and the journey takes identified people only",
  entry_conditions: "did not meet the entry conditions",
  goal_already_met: "had reached the goal already",
  exit_condition: "met an exit condition",
  too_soon: "entered a journey too recently",
};

/** Outcomes by their words, the largest group first. */
export function outcomeLines(statuses: readonly string[]): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const status of statuses) {
    const words = WORDS[status.toLowerCase()] ?? status.toLowerCase().replaceAll("_", " ");
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count);
}
