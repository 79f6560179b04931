import { bigint, boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz } from "../columns.ts";
import { userId } from "../users/user-id.ts";

/** Passkeys of users (WebAuthn credentials), by the id that the authenticator gave them, as base64url. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    name: text("name").notNull(),
    /** The public key, as COSE in base64url. */
    publicKey: text("public_key").notNull(),
    /** How often the authenticator says it was used; 0 = it does not count. */
    counter: bigint("counter", { mode: "number" }).notNull().default(0),
    transports: text("transports").array().notNull().default([]),
    /** Whether it is kept by a password manager on several devices. */
    isBackedUp: boolean("is_backed_up").notNull().default(false),
    lastUsedAt: timestamptz("last_used_at"),
    createdAt: createdAt(),
  },
  (table) => [index("passkeys_by_user").on(table.userId)],
);
