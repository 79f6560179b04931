import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Cap, Suppression } from "#engine";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** How offers are chosen for a person: filter, suppress, score, pick. `offerIds` null: every offer of the workspace. */
export const decisionFlows = pgTable(
  "decision_flows",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    offerIds: uuid("offer_ids").array(),
    channel: text("channel"),
    rules: jsonb("rules").$type<Record<string, unknown>>(),
    expression: text("expression"),
    score: text("score"),
    /** The outcome from which sampling learns; `off`: the score alone decides. */
    sampling: text("sampling", { enum: ["off", "conversion", "click"] })
      .notNull()
      .default("off"),
    caps: jsonb("caps").$type<Cap[]>().notNull().default([]),
    suppress: jsonb("suppress").$type<Suppression[]>().notNull().default([]),
    maxOffers: integer("max_offers"),
    /** When the counts of its offers were last read for sampling. */
    learnedAt: timestamptz("learned_at"),
    archivedAt: timestamptz("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("decision_flows_by_key").on(table.workspaceId, table.key),
    uniqueIndex("decision_flows_by_number").on(table.workspaceId, table.number),
  ],
);
