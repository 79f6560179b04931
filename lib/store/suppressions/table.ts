import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CONSENT_CHANNELS, SUPPRESSION_REASONS } from "#consent";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/**
 * Addresses that must not receive anything, no matter who has them. Sharded by the address, as several people may have it. An
 * entry is lifted, never deleted, so the rows of an address are its history.
 */
export const suppressions = pgTable(
  "suppressions",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    channel: text("channel", { enum: CONSENT_CHANNELS }).notNull(),
    /** A hash of workspace, channel and address. It stays when a person is erased, so that nobody writes there again. */
    addressKey: text("address_key").notNull(),
    /** Null once a person with this address was erased. */
    address: text("address"),
    reason: text("reason", { enum: SUPPRESSION_REASONS }).notNull(),
    source: text("source").notNull(),
    /** What the provider or the member said. */
    detail: text("detail"),
    /** Soft bounces so far. */
    bounces: integer("bounces").notNull().default(0),
    /** False: soft bounces are counted, but not yet enough of them. */
    inForce: boolean("in_force").notNull().default(true),
    at: timestamptz("at").notNull().defaultNow(),
    /** When it ends by itself. */
    decaysAt: timestamptz("decays_at"),
    liftedAt: timestamptz("lifted_at"),
    liftedBy: text("lifted_by"),
    liftReason: text("lift_reason"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    uniqueIndex("suppressions_open").on(table.shard, table.addressKey, table.reason).where(sql`lifted_at is null`),
    index("suppressions_by_address").on(table.shard, table.addressKey, table.at),
    index("suppressions_by_workspace").on(table.workspaceId, table.id),
  ],
);
