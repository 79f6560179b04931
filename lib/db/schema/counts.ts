import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, shard, workspaceId } from "./columns.ts";

/**
 * Appended, never updated in place; rolled up once a minute under the shard lock (R9). `element_id` is a node or an edge:
 * of an edge `advanced` are passages, and at a SPLIT `entered` and `converted` the enrollments that took it and their goals.
 */
export const nodeCounts = pgTable(
  "node_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    elementId: uuid("element_id").notNull(),
    entered: bigint("entered", { mode: "number" }).notNull().default(0),
    advanced: bigint("advanced", { mode: "number" }).notNull().default(0),
    exited: bigint("exited", { mode: "number" }).notNull().default(0),
    failed: bigint("failed", { mode: "number" }).notNull().default(0),
    /** Read by the release before: `goal_counts` and `exposure_counts` took its place. */
    converted: bigint("converted", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("node_counts_by_journey").on(table.shard, table.journeyId),
  ],
);

/** Enrollments of a journey by outcome: deltas, rolled up like `node_counts`. */
export const journeyCounts = pgTable(
  "journey_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    enrolled: bigint("enrolled", { mode: "number" }).notNull().default(0),
    completed: bigint("completed", { mode: "number" }).notNull().default(0),
    stopped: bigint("stopped", { mode: "number" }).notNull().default(0),
    failed: bigint("failed", { mode: "number" }).notNull().default(0),
    /** Read by the release before: `goal_counts` and `exposure_counts` took its place. */
    converted: bigint("converted", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("journey_counts_by_journey").on(table.shard, table.journeyId),
  ],
);

/** Near-misses at entry by reason and hour; deltas, with a sample now and then (R41). */
export const nearMisses = pgTable(
  "near_misses",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    journeyId: uuid("journey_id").notNull(),
    reason: text("reason").notNull(),
    hour: moment("hour").notNull(),
    count: integer("count").notNull(),
    samples: jsonb("samples").$type<Record<string, unknown>[]>().notNull().default(sql`'[]'`),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("near_misses_by_journey").on(table.shard, table.journeyId, table.hour),
  ],
);

/** Enrollments that a plan took from a step of one version to a step of another: deltas, rolled up like `node_counts` (R35). */
export const versionMoves = pgTable(
  "version_moves",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    fromVersionId: uuid("from_version_id").notNull(),
    toVersionId: uuid("to_version_id").notNull(),
    fromNodeId: uuid("from_node_id").notNull(),
    toNodeId: uuid("to_node_id").notNull(),
    people: bigint("people", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("version_moves_by_journey").on(table.shard, table.journeyId),
  ],
);

/**
 * Enrollments for which a goal was reached, by the version they are on or ended on and the key of the goal: deltas, rolled up
 * like `node_counts` (R52).
 */
export const goalCounts = pgTable(
  "goal_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    goalRevision: text("goal_revision").notNull(),
    converted: bigint("converted", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("goal_counts_by_journey").on(table.shard, table.journeyId),
  ],
);

/**
 * People on each arm of a split, and those of them who reached a goal since: deltas, rolled up like `node_counts`. Exposures
 * have no goal (`goal_revision` ''), goals reached have no people (R54).
 */
export const exposureCounts = pgTable(
  "exposure_counts",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    arm: text("arm").notNull(),
    goalRevision: text("goal_revision").notNull(),
    people: bigint("people", { mode: "number" }).notNull(),
    converted: bigint("converted", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("exposure_counts_by_journey").on(table.shard, table.journeyId),
  ],
);
