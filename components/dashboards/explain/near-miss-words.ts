const WORDS: Record<string, string> = {
  too_old: "the event was too old to act on",
  paused: "the journey was paused",
  anonymous: "known only by an anonymous id",
  entry_conditions: "did not meet the entry conditions",
  audience: "not in the audience",
  no_instance_key: "the value that separates enrollments was missing",
  not_published: "the journey was not published",
  already_in: "already inside",
  already_was: "was inside before, and may enter only once",
  goal_already_met: "already reached the goal",
  exit_condition: "met an exit condition already",
  too_soon: "entered another journey too recently",
  too_many: "has too many running enrollments",
};

/** Near-miss reasons in words. */
export const nearMissWords = (reason: string) => WORDS[reason] ?? reason.replaceAll("_", " ");
