import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { JourneyDocument } from "#journey";
import { createdAt, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";
import { workspaces } from "../workspaces/table.ts";

/** The immutable state that publishing stored. */
export const versions = pgTable(
  "versions",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    document: jsonb("document").$type<JourneyDocument>().notNull(),
    program: jsonb("program").$type<unknown>().notNull(),
    programFormat: integer("program_format").notNull(),
    /** Changes when the goal is replaced by another one (R26). */
    goalRevision: text("goal_revision").generatedAlwaysAs(sql`program ->> 'goalRevision'`),
    /** Key of the conversions under this version's goal (R52). */
    countRevision: text("count_revision").generatedAlwaysAs(
      sql`coalesce(program ->> 'countRevision', program ->> 'goalRevision')`,
    ),
    /** The compiled goal, stored separately because programs may be large. */
    goal: jsonb("goal")
      .$type<Record<string, unknown>>()
      .generatedAlwaysAs(sql`nullif(program -> 'goal', 'null'::jsonb)`),
    hash: text("hash").notNull(),
    publishedBy: text("published_by"),
    /** What people call it, and why it was made; the only fields that change after it was published. */
    name: text("name"),
    note: text("note"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("versions_by_number").on(table.journeyId, table.number)],
);
