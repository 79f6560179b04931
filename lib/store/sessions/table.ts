import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt } from "../columns.ts";
import { userId } from "../users/user-id.ts";

export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    token: text("token").notNull().unique(),
    expiresAt: timestamptz("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** When a request last carried it, to the minute; null: not since it was made. */
    lastSeenAt: timestamptz("last_seen_at"),
    /** When the second factor was given in this session; null: not. */
    secondFactorAt: timestamptz("second_factor_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);
