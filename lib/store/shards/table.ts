import { pgTable, smallint } from "drizzle-orm/pg-core";

/** One row a shard; locked by whoever advances it, never updated (R9). */
export const shards = pgTable("shards", { shard: smallint("shard").primaryKey() });
