import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, shard, workspaceId } from "./columns.ts";
import { journeys } from "./journeys.ts";

/** The path each enrollment took at a SPLIT, a row for the first time: for who always takes the same path, and for lists. */
export const splitChoices = pgTable(
  "split_choices",
  {
    shard: shard(),
    enrollmentId: uuid("enrollment_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    edgeId: uuid("edge_id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** The split is the same for a person every time: their earliest choice is asked for again. */
    sticky: boolean("sticky").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.enrollmentId, table.nodeId] }),
    index("split_choices_by_person").on(table.shard, table.personId),
    index("split_choices_by_journey").on(table.shard, table.journeyId, table.nodeId),
  ],
);

/**
 * The arm of a person's first visit of a split, a row a person for ever: results count people, once each (R54). `arm` is the
 * edge's id.
 */
export const exposures = pgTable(
  "exposures",
  {
    shard: shard(),
    journeyId: uuid("journey_id").notNull(),
    personId: uuid("person_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    arm: text("arm").notNull(),
    workspaceId: workspaceId(),
    at: moment("at").notNull(),
    /** Keys of the goals that the person has reached in the journey since. */
    reached: text("reached").array().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.journeyId, table.personId, table.nodeId] }),
    index("exposures_by_person").on(table.shard, table.personId),
  ],
);

/** Shares that stand in for those of the canvas: learned by Thompson sampling, or a promoted winner. */
export const splitAllocations = pgTable(
  "split_allocations",
  {
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    source: text("source", { enum: ["thompson", "promoted"] }).notNull(),
    /** Digest of the paths and shares it was made for: a version with others goes by its own (`splitBasis`). */
    basis: text("basis").notNull(),
    /** Share of 100 by edge id; `null` = too few people yet to say. */
    weights: jsonb("weights").$type<Record<string, number>>(),
    /** The promoted edge. */
    edgeId: uuid("edge_id"),
    /** When the weights last changed. */
    at: moment("at"),
    /** When they were last looked at: once an hour, by one process (its claim). */
    checkedAt: moment("checked_at"),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.nodeId] })],
);
