import { bigint, date, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, workspaceId } from "../columns.ts";

/**
 * How often each answer was given, for each day on which the answer sets began (UTC): what the results of a survey are
 * read from. Eight rows for each answer, day and revision, however many people answer.
 */
export const surveyCounts = pgTable(
  "survey_counts",
  {
    /** One of the first eight, by the person: enough that writers rarely wait for each other. */
    shard: shard(),
    surveyId: uuid("survey_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    revision: integer("revision").notNull(),
    /** The id of a question; empty: of the whole survey. */
    question: text("question").notNull(),
    /** An option or a number, or one of `:shown :started :completed :asked :answered :skipped`, which are no ids. */
    option: text("option").notNull(),
    workspaceId: workspaceId(),
    count: bigint("count", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.surveyId, table.day, table.revision, table.question, table.option] }),
  ],
);
