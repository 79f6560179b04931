import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";
import { workspaces } from "../workspaces/table.ts";

/**
 * What people say to each other about a journey or one of its steps. It belongs to the journey, not to a draft or a
 * version, so it outlives both; `nodeId` is an id that steps keep across saves, and may be of a step that is gone.
 */
export const journeyComments = pgTable(
  "journey_comments",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    /** null = about the whole journey. */
    nodeId: uuid("node_id"),
    /** What the step was called when the comment was written, for when it is gone. */
    stepLabel: text("step_label"),
    /** The comment that it answers; answers have none themselves. */
    parentId: uuid("parent_id"),
    text: text("text").notNull(),
    /** Ids of the users whom it mentions. */
    mentions: text("mentions").array().notNull().default(sql`'{}'`),
    createdBy: text("created_by").notNull(),
    resolvedBy: text("resolved_by"),
    resolvedAt: timestamptz("resolved_at"),
    createdAt: createdAt(),
    /** When its text was last changed; null = never. */
    editedAt: timestamptz("edited_at"),
  },
  (table) => [index("journey_comments_by_journey").on(table.journeyId, table.createdAt)],
);
