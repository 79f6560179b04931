import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, updatedAt } from "../columns.ts";

/** People who sign in to the dashboard. Their roles are in `members`, one per workspace. */
export const users = pgTable("users", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  /**
   * The workspace whose invitation created the account; until there is a password, only its links sign in. `null`:
   * created at set-up.
   */
  invitedFrom: uuid("invited_from"),
  /** Whether there is an authenticator app or a passkey: written with them, read with every session. */
  hasSecondFactor: boolean("has_second_factor").notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
