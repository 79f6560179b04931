import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";
import { workspaces } from "../workspaces/table.ts";

/** What somebody asks to publish, until a person approves or rejects it. */
export const plans = pgTable(
  "plans",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    status: text("status", { enum: ["pending", "approved", "rejected", "void"] })
      .notNull()
      .default("pending"),
    title: text("title").notNull(),
    reason: text("reason"),
    /** The revision of the draft that was looked at. */
    revision: integer("revision").notNull(),
    /** What publishing gets: the migration, and whether present members enter. */
    input: jsonb("input").$type<Record<string, unknown>>().notNull(),
    /** Head-counts of the people whom publishing touches, when the plan was handed in. */
    effect: jsonb("effect").$type<Record<string, unknown>>().notNull(),
    backtest: jsonb("backtest").$type<Record<string, unknown>>(),
    /** `key:<id>` or `user:<id>`. */
    proposedBy: text("proposed_by").notNull(),
    /** The member behind: who made the key, or the user. Under four eyes they may not approve it. */
    proposedByUser: text("proposed_by_user"),
    decidedBy: text("decided_by"),
    decidedAt: timestamptz("decided_at"),
    /** Why it was rejected or is void, and what changed. */
    outcome: jsonb("outcome").$type<Record<string, unknown>>(),
    createdAt: createdAt(),
  },
  (table) => [
    index("plans_by_workspace").on(table.workspaceId, table.status, table.createdAt),
    index("plans_by_journey").on(table.journeyId),
  ],
);
