import { integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, shard, workspaceId } from "./columns.ts";

/** When each SCHEDULE trigger of a published journey fires next; advanced by `update … where next_at = $old` (R45). */
export const schedules = pgTable(
  "schedules",
  {
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    versionId: uuid("version_id").notNull(),
    config: jsonb("config").$type<Record<string, unknown>>().notNull(),
    /** `null` = never again. */
    nextAt: moment("next_at"),
    lastAt: moment("last_at"),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.nodeId] })],
);

/** Journeys whose DATE triggers are planned for everybody, and as what: a difference plans them anew (R55). */
export const datePlans = pgTable("date_plans", {
  journeyId: uuid("journey_id").primaryKey(),
  versionId: uuid("version_id").notNull(),
  /** The triggers and the zones that they go by. */
  basis: jsonb("basis").$type<Record<string, unknown>>().notNull(),
});

/** One row: which database this was, when an engine last worked on it, and what it asks after a gap (R44). */
export const engineLife = pgTable("engine_life", {
  id: integer("id").primaryKey().default(1),
  /** Identifier of the server's data; another one means restored or moved. */
  systemId: text("system_id").notNull(),
  lastSeenAt: moment("last_seen_at").notNull(),
  /** Since when engines wait for an answer; `null` = they work. */
  heldAt: moment("held_at"),
  heldReason: text("held_reason", { enum: ["moved", "away"] }),
  /** Up to when no engine was seen before the hold. */
  awaySince: moment("away_since"),
  answer: text("answer", { enum: ["fire", "shift", "drop"] }),
  answeredAt: moment("answered_at"),
  /** Messages queued up to then are skipped instead of sent: the answer was `drop`. */
  dropUntil: moment("drop_until"),
});

/** Due enrollments that a process met which was not there when they fell due; a row that stays has ended processes (R17). */
export const stepAttempts = pgTable(
  "step_attempts",
  { shard: shard(), enrollmentId: uuid("enrollment_id").notNull(), attempts: smallint("attempts").notNull() },
  (table) => [primaryKey({ columns: [table.shard, table.enrollmentId] })],
);
