import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, timestamptz, updatedAt, workspaceId } from "../columns.ts";

/** The loyalty account of a person, by the person's external id: what the next change of it is compared with. */
export const accounts = pgTable(
  "accounts",
  {
    shard: shard(),
    workspaceId: workspaceId(),
    externalId: text("external_id").notNull(),
    personId: uuid("person_id").notNull(),
    tier: text("tier"),
    tierExpiresAt: timestamptz("tier_expires_at"),
    classification: text("classification"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.workspaceId, table.externalId] }),
    index("accounts_by_person").on(table.shard, table.personId),
  ],
);
