import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz } from "../columns.ts";

/** One row: data of this installation that all its processes must agree on. */
export const installation = pgTable("installation", {
  id: integer("id").primaryKey().default(1),
  /** Signs sessions and tokens, unless SOJOURN_SECRET is set. */
  secret: text("secret").notNull(),
  /** When the Demo workspace was created. Once deleted, it is not created again. */
  demoSeededAt: timestamptz("demo_seeded_at"),
  createdAt: createdAt(),
});
