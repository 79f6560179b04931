import { codeInWords } from "./sentence.ts";

type Words = {
  /** Behind a name or a number of people: “3 · not in the audience”. */
  readonly label: string;
  /** A clause about them, where nothing more exact is known. */
  readonly they: string;
};

/** Why people whose signal met a trigger did not get in. */
export const NEAR_MISSES = {
  too_old: { label: "the event was too old to act on", they: "the event arrived too long after it happened" },
  paused: { label: "the journey was paused", they: "the journey is paused, and nobody can enter" },
  anonymous: {
    label: "known only by an anonymous id",
    they: "they are anonymous, and the journey accepts identified people only",
  },
  entry_conditions: { label: "did not meet the entry conditions", they: "they do not meet the entry conditions" },
  audience: { label: "not in the audience", they: "they are not in the audience" },
  no_instance_key: {
    label: "the value that separates enrollments was missing",
    they: "there is no value for what separates the enrollments of one person",
  },
  not_published: { label: "the journey was not published", they: "the journey is not published: nobody can enter" },
  already_in: { label: "already in this journey", they: "they are in the journey already" },
  already_was: {
    label: "was in it before, and may enter only once",
    they: "they entered before, and people may enter the journey only once",
  },
  goal_already_met: { label: "already reached the goal", they: "the goal is met already" },
  exit_condition: { label: "met an exit condition already", they: "an exit condition holds already" },
  too_soon: { label: "entered a journey too recently", they: "they entered a journey too recently" },
  held_out: {
    label: "held out, so that the effect can be measured",
    they: "they belong to the share of people whom the journey holds out",
  },
  too_many: { label: "has too many running enrollments", they: "they are in the journey too many times at once" },
} as const satisfies Record<string, Words>;

export type NearMissReason = keyof typeof NEAR_MISSES;

const WORDS: Readonly<Record<string, Words>> = NEAR_MISSES;

/** Why somebody did not enter, as a label. */
export const nearMissWords = (reason: string): string => WORDS[reason]?.label ?? codeInWords(reason);
