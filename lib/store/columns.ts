import { smallint, timestamp, uuid } from "drizzle-orm/pg-core";

/** First column of every table about people: last six bits of the person's id (R2). */
export const shard = () => smallint("shard").notNull();
export const toSqlTimestamp = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const workspaceId = () => uuid("workspace_id").notNull();
export const createdAt = () => toSqlTimestamp("created_at").notNull().defaultNow();
export const updatedAt = () => toSqlTimestamp("updated_at").notNull().defaultNow();
