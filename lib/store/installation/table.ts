import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz } from "../columns.ts";

/** One row: what this installation keeps for itself, so that all its processes agree. */
export const installation = pgTable("installation", {
  id: integer("id").primaryKey().default(1),
  /** Signs sessions and tokens, unless SOJOURN_SECRET is set. */
  secret: text("secret").notNull(),
  /** When the Demo workspace was made; once removed, it does not come back. */
  demoSeededAt: timestamptz("demo_seeded_at"),
  createdAt: createdAt(),
});
