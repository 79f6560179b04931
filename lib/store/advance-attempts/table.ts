import { pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/**
 * Due enrollments that fell due before the process that read them started. A row that is not deleted means that the
 * process died (R17).
 */
export const advanceAttempts = pgTable(
  "advance_attempts",
  { shard: shard(), enrollmentId: uuid("enrollment_id").notNull(), attempts: smallint("attempts").notNull() },
  (table) => [primaryKey({ columns: [table.shard, table.enrollmentId] })],
);
