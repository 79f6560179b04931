import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { JourneyDocument } from "#journey";
import { createdAt, updatedAt, workspaceId } from "../columns.ts";
import { journeys } from "../journeys/table.ts";
import { workspaces } from "../workspaces/table.ts";

/** A message as the last import wrote it, to tell whether somebody changed it since. */
export type ImportedMessage = {
  readonly id: string;
  readonly name: string;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: Record<string, unknown>;
};

/** The last import of a journey from another product: what a second import is compared with. */
export const journeyImports = pgTable(
  "journey_imports",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    journeyId: uuid("journey_id")
      .notNull()
      .references(() => journeys.id, { onDelete: "cascade" }),
    product: text("product").notNull(),
    /** The journey's id in its product. */
    foreignId: text("foreign_id").notNull(),
    /** The draft as the import wrote it, before anybody changed it here. */
    document: jsonb("document").$type<JourneyDocument>().notNull(),
    /** Ids of nodes and edges by the keys that they have in every import. */
    ids: jsonb("ids").$type<Record<string, string>>().notNull().default({}),
    messages: jsonb("messages").$type<Record<string, ImportedMessage>>().notNull().default({}),
    report: jsonb("report").$type<readonly unknown[]>().notNull().default([]),
    /** How often it was imported. */
    times: integer("times").notNull().default(1),
    importedBy: text("imported_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("journey_imports_by_origin").on(table.workspaceId, table.product, table.foreignId),
    uniqueIndex("journey_imports_by_journey").on(table.journeyId),
  ],
);
