import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";

/** Failed attempts to sign in, of each account and of each network address, seen by all processes. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    /** A kind and a SHA-256: of accounts that do not exist, too. */
    subject: text("subject").primaryKey(),
    /** In a row: a right password starts again at 0. */
    failures: integer("failures").notNull(),
    lastAt: timestamptz("last_at").notNull(),
    blockedUntil: timestamptz("blocked_until"),
  },
  (table) => [index("sign_in_attempts_by_age").on(table.lastAt)],
);
