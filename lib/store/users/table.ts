import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, updatedAt } from "../columns.ts";

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
