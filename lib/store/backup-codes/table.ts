import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz } from "../columns.ts";
import { userId } from "../users/user-id.ts";

/** Codes that stand for the second factor of a user once each, by their SHA-256. */
export const backupCodes = pgTable(
  "backup_codes",
  {
    userId: userId(),
    hash: text("hash").notNull(),
    usedAt: timestamptz("used_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);
