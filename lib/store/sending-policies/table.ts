import { integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** When, how often and to whom a workspace sends: one document (`lib/policies`). */
export const sendingPolicies = pgTable("sending_policies", {
  workspaceId: workspaceId()
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  document: jsonb("document").$type<Record<string, unknown>>().notNull(),
  revision: integer("revision").notNull().default(1),
  updatedAt: updatedAt(),
});
