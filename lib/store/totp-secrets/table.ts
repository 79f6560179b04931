import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, timestamptz } from "../columns.ts";
import { userId } from "../users/user-id.ts";

/** The authenticator app of a user; it counts as a second factor once a first code was right. */
export const totpSecrets = pgTable("totp_secrets", {
  userId: userId().primaryKey(),
  /** Sealed with the secret of this purpose. */
  secret: text("secret").notNull(),
  confirmedAt: timestamptz("confirmed_at"),
  /** The step of 30 seconds of the last code that was taken: no code counts twice. */
  lastStep: bigint("last_step", { mode: "number" }),
  createdAt: createdAt(),
});
