import { smallint, timestamp, uuid } from "drizzle-orm/pg-core";

/** First column of every table about people: the last six bits of the person's id (R2). */
export const shard = () => smallint("shard").notNull();
export const timestamptz = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const workspaceId = () => uuid("workspace_id").notNull();
export const createdAt = () => timestamptz("created_at").notNull().defaultNow();
export const updatedAt = () => timestamptz("updated_at").notNull().defaultNow();
