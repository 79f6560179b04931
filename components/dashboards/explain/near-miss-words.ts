const WORDS: Record<string, string> = {
  too_old: "the event was too old to act on",
  paused: "the journey was paused",
  anonymous: "known only by an anonymous id",
  entry_conditions: "did not meet the entry conditions",
  audience: "not in the audience",
  no_instance_key: "the value that tells enrollments apart was missing",
  not_published: "the journey was not published",
  already_in: "already inside",
  already_was: "was inside before, and may enter once only",
  goal_already_met: "had reached the goal already",
  exit_condition: "met an exit condition already",
  too_soon: "entered another journey too short a time ago",
  too_many: "has too many enrollments running",
};

/** Why somebody was kept out, in words. */
export const nearMissWords = (reason: string) => WORDS[reason] ?? reason.replaceAll("_", " ");
