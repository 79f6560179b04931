import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    role: text("role", { enum: ["owner", "editor", "viewer"] }).notNull(),
    /** `invited`: has an account already but has not accepted yet; gives no access. */
    status: text("status", { enum: ["active", "invited"] })
      .notNull()
      .default("active"),
    /** SHA-256 of the token of the one link by which this member signs in or accepts; `null`: there is none. */
    linkHash: text("link_hash"),
    linkExpiresAt: timestamptz("link_expires_at"),
    /** What the member does not want to see any more in this workspace, such as `first_steps`. */
    dismissed: text("dismissed").array().notNull().default(sql`'{}'::text[]`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("members_by_user").on(table.userId),
    uniqueIndex("members_by_link").on(table.linkHash).where(sql`link_hash is not null`),
  ],
);
