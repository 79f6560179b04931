import { pgTable, smallint } from "drizzle-orm/pg-core";

/** One row per shard. The worker that advances the shard locks it; it is never updated (R9). */
export const shards = pgTable("shards", { shard: smallint("shard").primaryKey() });
