import { bigint, integer, pgTable } from "drizzle-orm/pg-core";

/** One row; raised in the transaction of every change the engine must see at once (R14). */
export const engineConfig = pgTable("engine_config", {
  id: integer("id").primaryKey().default(1),
  revision: bigint("revision", { mode: "number" }).notNull().default(1),
});
