import { pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

/** Due enrollments that a process met which was not there when they fell due; a row that stays has ended processes (R17). */
export const stepAttempts = pgTable(
  "step_attempts",
  { shard: shard(), enrollmentId: uuid("enrollment_id").notNull(), attempts: smallint("attempts").notNull() },
  (table) => [primaryKey({ columns: [table.shard, table.enrollmentId] })],
);
