import { sql } from "drizzle-orm";
import { bigint, boolean, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";

/** Properties of events and traits of people that arrived; sampled, and flushed in the background (R4). */
export const propertyCatalog = pgTable(
  "property_catalog",
  {
    workspaceId: workspaceId(),
    /** The name of the event; empty: a trait of people. */
    event: text("event").notNull(),
    field: text("field").notNull(),
    firstSeenAt: timestamptz("first_seen_at").notNull().defaultNow(),
    lastSeenAt: timestamptz("last_seen_at").notNull().defaultNow(),
    /** How often a sample had it. */
    count: bigint("count", { mode: "number" }).notNull().default(0),
    types: text("types").array().notNull().default(sql`'{}'`),
    /** JSON texts of values that several people share; none of a field with many different values. */
    values: text("values").array().notNull().default(sql`'{}'`),
    isOpen: boolean("is_open").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.event, table.field] })],
);
