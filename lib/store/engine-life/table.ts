import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns.ts";

/** One row: which database this was, when an engine last worked on it, and what it asks after a gap (R44). */
export const engineLife = pgTable("engine_life", {
  id: integer("id").primaryKey().default(1),
  /** Identifier of the server's data; another one means restored or moved. */
  systemId: text("system_id").notNull(),
  lastSeenAt: timestamptz("last_seen_at").notNull(),
  /** Since when engines wait for an answer; `null` = they work. */
  heldAt: timestamptz("held_at"),
  heldReason: text("held_reason", { enum: ["moved", "away"] }),
  /** Up to when no engine was seen before the hold. */
  awaySince: timestamptz("away_since"),
  answer: text("answer", { enum: ["fire", "shift", "drop"] }),
  answeredAt: timestamptz("answered_at"),
  /** Messages queued up to then are skipped instead of sent: the answer was `drop`. */
  dropUntil: timestamptz("drop_until"),
});
