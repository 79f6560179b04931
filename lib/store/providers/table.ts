import { jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** The services that send a workspace's messages or report on them, one row each. */
export const providers = pgTable(
  "providers",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** A name of `PROVIDER_SERVICES`. */
    service: text("service").notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
    /** A JSON object, sealed with a secret of the installation. */
    secrets: text("secrets").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("providers_by_service").on(table.workspaceId, table.service)],
);
