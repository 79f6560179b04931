import { index, integer, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** One answer as it is stored, with its time in ms; a value of null: the question was left without an answer. */
export type StoredAnswer = { readonly value: number | string | readonly string[] | null; readonly at: number };

/** The message or the step by which a person came to a survey. It has no column of its own: answers outlive journeys. */
export type SurveyPlace = {
  readonly deliveryId?: string;
  readonly journeyId?: string;
  readonly enrollmentId?: string;
  readonly nodeId?: string;
};

/** What one person answered to one survey at one time; partial answers too. */
export const surveyResponses = pgTable(
  "survey_responses",
  {
    shard: shard(),
    /** Made by the page or the link, so that the same answers sent twice are one row. */
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    surveyId: uuid("survey_id").notNull(),
    /** The revision of the questions; it stays the same for all answers of the set. */
    revision: integer("revision").notNull(),
    /** Null: the survey was answered by a link that is for nobody in particular. */
    personId: uuid("person_id"),
    place: json("place").$type<SurveyPlace>().notNull().default({}),
    source: text("source", { enum: ["page", "link"] }).notNull(),
    answers: json("answers").$type<Record<string, StoredAnswer>>().notNull().default({}),
    /** The first figure among the answers. */
    score: integer("score"),
    /** The questions that were asked, so that each is counted once. */
    asked: json("asked").$type<string[]>().notNull().default([]),
    startedAt: timestamptz("started_at").notNull(),
    updatedAt: timestamptz("updated_at").notNull(),
    completedAt: timestamptz("completed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("survey_responses_by_survey").on(table.shard, table.surveyId, table.startedAt),
    index("survey_responses_by_person").on(table.shard, table.personId),
  ],
);
