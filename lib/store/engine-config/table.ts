import { bigint, integer, pgTable } from "drizzle-orm/pg-core";

/** One row. The revision is raised in the transaction of every change that the engine must see immediately (R14). */
export const engineConfig = pgTable("engine_config", {
  id: integer("id").primaryKey().default(1),
  revision: bigint("revision", { mode: "number" }).notNull().default(1),
});
