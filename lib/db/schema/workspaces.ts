import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, moment, updatedAt, workspaceId } from "./columns.ts";

export const workspaces = pgTable("workspaces", {
  id: uuid("id").primaryKey(),
  /** The integer `placeId` of the places API. */
  number: integer("number").notNull().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique(),
  timezone: text("timezone").notNull().default("UTC"),
  isDemo: boolean("is_demo").notNull().default(false),
  /** Template variables, default sender, too-old limit and the like. */
  settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    role: text("role", { enum: ["owner", "editor", "viewer"] }).notNull(),
    /** `invited` = has an account already and has not accepted yet; gives no access. */
    status: text("status", { enum: ["active", "invited"] })
      .notNull()
      .default("active"),
    /** SHA-256 of the token of the one link that signs this member in, or accepts; `null` = there is none. */
    linkHash: text("link_hash"),
    linkExpiresAt: moment("link_expires_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("members_by_user").on(table.userId),
    uniqueIndex("members_by_link").on(table.linkHash).where(sql`link_hash is not null`),
  ],
);

export const sites = pgTable(
  "sites",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    origins: text("origins").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sites_by_workspace").on(table.workspaceId)],
);

/** Secret keys are stored as a SHA-256 only; publishable ones also in full, as they are public. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    siteId: uuid("site_id").references(() => sites.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["secret", "publishable"] }).notNull(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    hint: text("hint").notNull(),
    publicValue: text("public_value"),
    createdBy: text("created_by"),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("api_keys_by_hash").on(table.hash), index("api_keys_by_workspace").on(table.workspaceId)],
);

export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [index("audit_log_by_workspace").on(table.workspaceId, table.at)],
);

/** One row a shard; locked by whoever advances it, never updated (R9). */
export const shards = pgTable("shards", { shard: smallint("shard").primaryKey() });
