import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, updatedAt } from "./columns.ts";

/** People who sign in to the dashboard. Their roles are in `members`, one a workspace. */
export const users = pgTable("users", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  /** The workspace whose invitation made the account; only its links sign in before there is a password. `null` = made at set-up. */
  invitedFrom: uuid("invited_from"),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    token: text("token").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);

/** How a user signs in; the provider `credential` holds the password's hash. */
export const logins = pgTable(
  "logins",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("logins_by_user").on(table.userId)],
);

/** One-time links, by the hash of their token. */
export const verifications = pgTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("verifications_by_identifier").on(table.identifier)],
);

/** One row: what this installation keeps for itself, so that all its processes agree. */
export const installation = pgTable("installation", {
  id: integer("id").primaryKey().default(1),
  /** Signs sessions and tokens, unless SOJOURN_SECRET is set. */
  secret: text("secret").notNull(),
  /** When the Demo workspace was made; once removed, it does not come back. */
  demoSeededAt: moment("demo_seeded_at"),
  createdAt: createdAt(),
});
