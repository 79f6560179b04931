import { jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";

/** The next time of each SCHEDULE trigger of a published journey; advanced by `update … where next_at = $old` (R45). */
export const schedules = pgTable(
  "schedules",
  {
    journeyId: uuid("journey_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    workspaceId: workspaceId(),
    versionId: uuid("version_id").notNull(),
    config: jsonb("config").$type<Record<string, unknown>>().notNull(),
    /** `null`: never. */
    nextAt: timestamptz("next_at"),
    lastAt: timestamptz("last_at"),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.nodeId] })],
);
