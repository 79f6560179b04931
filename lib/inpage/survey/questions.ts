import * as z from "zod";
import { withRules } from "#journey";
import { PartId } from "../parts.ts";
import { LocalText } from "../texts.ts";

/** Where a branch leads that ends the survey; no question has this id. */
export const END = "end";
/** Longest answer in words, in characters. */
export const LONGEST_ANSWER = 5_000;

const QuestionId = PartId.refine((id) => id !== END, { error: `may not be “${END}”, which ends the survey` });

/**
 * Where an answer leads: the first branch that holds counts, without one the following question. `least` and `most` are
 * bounds of a number, `any` are options of which one was chosen; a branch with none of them always holds.
 */
const Branch = z.strictObject({
  least: z.number().optional(),
  most: z.number().optional(),
  any: z.array(PartId).min(1).max(50).optional(),
  to: PartId,
});
export type Branch = z.infer<typeof Branch>;

const common = {
  id: QuestionId,
  title: LocalText,
  description: LocalText.optional(),
  /** Whether it may be left without an answer. */
  optional: z.boolean().optional(),
  /** The trait of the person that has the latest answer, for rules and templates. */
  trait: z
    .string()
    .regex(/^[A-Za-z_]\w{0,119}$/, { error: "is not a name such as nps_score" })
    .optional(),
  branches: z.array(Branch).max(20).optional(),
};

/** What the ends of a scale say. */
const ends = { low: LocalText.optional(), high: LocalText.optional() };
const Option = z.strictObject({ id: PartId, label: LocalText });
const options = z.array(Option).min(2, { error: "needs two options at least" }).max(50);

export const Question = z.discriminatedUnion("type", [
  /** How likely somebody is to recommend it, from 0 to 10. */
  z.strictObject({ ...common, type: z.literal("nps"), ...ends }),
  /** How satisfied somebody is, from 1 to 5. */
  z.strictObject({ ...common, type: z.literal("csat"), ...ends }),
  z.strictObject({
    ...common,
    type: z.literal("rating"),
    ...ends,
    /** The best rating; 5 unless given. */
    scale: z.int().min(3).max(10).optional(),
    look: z.enum(["stars", "numbers"]).optional(),
  }),
  z.strictObject({ ...common, type: z.literal("single"), options }),
  z.strictObject({ ...common, type: z.literal("multiple"), options }),
  z.strictObject({
    ...common,
    type: z.literal("text"),
    /** Characters that an answer may have. */
    longest: z.int().min(1).max(LONGEST_ANSWER).optional(),
    lines: z.enum(["one", "many"]).optional(),
    placeholder: LocalText.optional(),
  }),
]);
export type Question = z.infer<typeof Question>;

/** Parts may still be anything here: all rules run, whatever else is wrong. */
const areDifferent = (parts: unknown): boolean => {
  const ids = Array.isArray(parts) ? parts.map((part) => part?.id).filter((id) => id !== undefined) : [];
  return new Set(ids).size === ids.length;
};

export const Questions = withRules(
  z.array(Question).min(1, { error: "needs a question at least" }).max(50),
  { holds: areDifferent, error: "has two questions with one id" },
  {
    holds: (questions) => questions.every((one) => areDifferent(one && "options" in one ? one.options : null)),
    error: "has a question with two options of one id",
  },
);

/** What is said after the last answer. */
export const Thanks = z.strictObject({ title: LocalText, description: LocalText.optional() });
