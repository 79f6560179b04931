import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, timestamptz, workspaceId } from "../columns.ts";

/** The devices on which a person receives push messages. */
export const devices = pgTable(
  "devices",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    /** The address of the device at its push service. */
    token: text("token").notNull(),
    workspaceId: workspaceId(),
    platform: text("platform", { enum: ["ios", "android", "web"] }).notNull(),
    createdAt: createdAt(),
    /** When the app last reported it. */
    seenAt: timestamptz("seen_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.personId, table.token] }),
    index("devices_by_token").on(table.shard, table.workspaceId, table.token),
  ],
);
