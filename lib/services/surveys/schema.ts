import * as z from "zod";
import { LONGEST_ANSWER } from "#inpage";
import { JsonObject, withRules } from "#journey";
import { HIGHEST_NUMBER, Timestamp } from "#services";
import { named, someone } from "#services/in-page";
import { LONGEST_RANGE } from "./range.ts";

const QuestionId = z.string().min(1).max(60);
const Written = z.string().max(LONGEST_ANSWER + 1_000);
const Given = z.union([z.number(), Written, z.array(z.string().max(60)).max(50), z.null()]);

/** What a page reports when somebody answers: like other reports of content, with the answers. */
export const InPageAnswers = withRules(
  z.strictObject({
    ...someone,
    deliveryId: z.uuid(),
    event: z.literal("answered"),
    /** A set of answers of its own; the showing has one set unless given. */
    response: z.uuid().optional(),
    answers: z.record(QuestionId, Given).refine((all) => Object.keys(all).length <= 50, "may have 50 answers at most"),
    /** The question that follows. */
    step: z.string().max(255).optional(),
  }),
  named,
);
export type InPageAnswers = z.infer<typeof InPageAnswers>;

const DAY_MS = 86_400_000;
/** Days are UTC; both are a part of the time. The last 30 days unless given. */
const range = {
  from: z.iso.date("from must be a date such as 2026-03-01").optional(),
  to: z.iso.date("to must be a date such as 2026-03-31").optional(),
  revision: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, "revision must be the number of a revision")
    .transform(Number)
    .optional()
    .meta({ description: "Only answers to this revision of the questions" }),
};

type Range = { readonly from?: string | undefined; readonly to?: string | undefined };
const lengthOf = ({ from, to }: Range) =>
  from === undefined || to === undefined ? 1 : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
const ordered = { holds: (given: Range) => !(lengthOf(given) < 1), error: "to is before from", field: "to" };
const bounded = {
  holds: (given: Range) => !(lengthOf(given) > LONGEST_RANGE),
  error: `may be ${LONGEST_RANGE} days after from at most`,
  field: "to",
};

export const ResultsQuery = withRules(z.object(range), ordered, bounded);
export type ResultsQuery = z.infer<typeof ResultsQuery>;

export const ResponsesQuery = withRules(
  z.object({
    ...range,
    question: QuestionId.optional().meta({ description: "Only sets in which this question is answered" }),
    search: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: "What an answer contains; the latest 20,000 sets are looked through" }),
    after: z.string().max(80).optional().meta({ description: "`next` of the page before" }),
  }),
  ordered,
  bounded,
);
export type ResponsesQuery = z.infer<typeof ResponsesQuery>;

const Count = z.int().min(0);

const OptionResult = z.object({
  option: z.string().meta({ description: "The id of the option, or the number" }),
  label: z.string(),
  count: Count,
});

const Score = z.object({
  mean: z.number(),
  nps: z.number().nullable().meta({ description: "Promoters minus detractors, in percent; null: of another question" }),
  promoters: Count,
  passives: Count,
  detractors: Count,
  satisfied: z.number().nullable().meta({ description: "Part of 4 and 5 in percent; null: of another question" }),
});

export const QuestionResult = z
  .object({
    id: z.string(),
    type: z.enum(["nps", "csat", "rating", "single", "multiple", "text"]),
    title: z.string(),
    asked: Count.meta({ description: "Sets that came to this question" }),
    answered: Count,
    dropped: Count.meta({ description: "Sets that came to it and did not continue" }),
    options: z.array(OptionResult),
    score: Score.nullable(),
  })
  .meta({ id: "SurveyQuestionResult" });
export type QuestionResult = z.infer<typeof QuestionResult>;

const DayResult = z.object({ day: z.iso.date(), started: Count, completed: Count, nps: z.number().nullable() });

export const SurveyResults = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    revision: z.int().nullable(),
    revisions: z.array(z.int().max(HIGHEST_NUMBER)).meta({ description: "Those with answers, the newest first" }),
    shown: Count.meta({ description: "How often pages showed it" }),
    started: Count.meta({ description: "Sets with an answer at least" }),
    completed: Count,
    questions: z.array(QuestionResult),
    days: z.array(DayResult),
  })
  .meta({ id: "SurveyResults" });
export type SurveyResults = z.infer<typeof SurveyResults>;

export const SurveyResponse = z
  .object({
    id: z.string(),
    revision: z.int(),
    personId: z.string().nullable().meta({ description: "Null: answered by a link for everyone" }),
    person: z.string().nullable().meta({ description: "An address or an id by which the person is known" }),
    source: z.enum(["page", "link"]),
    place: JsonObject.meta({ description: "The delivery, journey, enrollment and step that led to it" }),
    answers: z.record(z.string(), Given),
    score: z.number().nullable(),
    startedAt: Timestamp,
    completedAt: Timestamp.nullable().meta({ description: "Null: it was left before the end" }),
  })
  .meta({ id: "SurveyResponse" });
export type SurveyResponse = z.infer<typeof SurveyResponse>;

export const SurveyResponses = z.object({
  responses: z.array(SurveyResponse),
  next: z.string().nullable().meta({ description: "Where the following page begins; null: this is the last" }),
});
export type SurveyResponses = z.infer<typeof SurveyResponses>;

export const SurveyExport = z.object({
  csv: z.string(),
  next: z.string().nullable().meta({ description: "Where the following part begins; null: this is the last" }),
});
export type SurveyExport = z.infer<typeof SurveyExport>;

export const SurveyAddress = z.object({
  url: z.string().meta({ description: "For everyone who has it; answers by it belong to no person" }),
});
export type SurveyAddress = z.infer<typeof SurveyAddress>;
