import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, timestamptz, updatedAt, workspaceId } from "../columns.ts";

/** The orders of people, by the ids that the shop gives them, with the status last reported. */
export const orders = pgTable(
  "orders",
  {
    shard: shard(),
    workspaceId: workspaceId(),
    id: text("id").notNull(),
    personId: uuid("person_id").notNull(),
    externalId: text("external_id").notNull(),
    status: text("status").notNull(),
    closedAt: timestamptz("closed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.workspaceId, table.id] }),
    index("orders_by_person").on(table.shard, table.personId),
  ],
);
