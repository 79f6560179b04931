import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";

/**
 * One row: the identity of the database, when an engine last worked on it, and the open question after a downtime
 * (R44).
 */
export const engineLife = pgTable("engine_life", {
  id: integer("id").primaryKey().default(1),
  /** Identifier of the server's data; another value means that it was restored or moved. */
  systemId: text("system_id").notNull(),
  lastSeenAt: timestamptz("last_seen_at").notNull(),
  /** Since when engines wait for an answer; `null`: they work. */
  heldAt: timestamptz("held_at"),
  heldReason: text("held_reason", { enum: ["moved", "away"] }),
  /** The time before the hold at which an engine was last seen. */
  awaySince: timestamptz("away_since"),
  answer: text("answer", { enum: ["fire", "shift", "drop"] }),
  answeredAt: timestamptz("answered_at"),
  /** The answer was `drop`: messages queued up to this time are skipped instead of sent. */
  dropUntil: timestamptz("drop_until"),
});
