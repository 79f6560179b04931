import { index, integer, json, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** Person changes and deliveries that a `queue` pause set aside; a resume processes them in order (R33). */
export const queuedActions = pgTable(
  "queued_actions",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    enrollmentId: uuid("enrollment_id").notNull(),
    epoch: integer("epoch").notNull(),
    at: timestamptz("at").notNull(),
    effect: json("effect").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("queued_actions_by_person").on(table.shard, table.personId),
  ],
);
