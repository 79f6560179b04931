import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { sites } from "../sites/table.ts";
import { users } from "../users/table.ts";
import { workspaces } from "../workspaces/table.ts";

/** Secret keys are stored as a SHA-256 hash only. Publishable keys are also stored in full, because they are public. */
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
    /** What the key is limited to; null = all that the role of keys may do. */
    scopes: text("scopes", { enum: ["read", "draft", "publish", "send", "personal"] }).array(),
    createdBy: text("created_by"),
    /** Of a personal key: the member for whom it acts, no longer than they are one; null: it acts for the workspace. */
    memberId: text("member_id").references(() => users.id, { onDelete: "cascade" }),
    /** From then on it is refused; null: never. */
    expiresAt: timestamptz("expires_at"),
    lastUsedAt: timestamptz("last_used_at"),
    revokedAt: timestamptz("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("api_keys_by_hash").on(table.hash), index("api_keys_by_workspace").on(table.workspaceId)],
);
