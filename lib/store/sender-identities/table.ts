import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** An address that a workspace may send from, once somebody has shown that it is theirs. */
export const senderIdentities = pgTable(
  "sender_identities",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    key: text("key").notNull(),
    /** In lower case, because no mail server tells addresses apart by case. */
    email: text("email").notNull(),
    /** The name that recipients see, unless the step writes another one. */
    name: text("name"),
    /** `null`: not verified, so nothing is sent from it. */
    verifiedAt: timestamptz("verified_at"),
    verifiedBy: text("verified_by", { enum: ["link", "dns", "declaration"] }),
    /** Part of the signature of the mailed link; `null` once the link was used, so that it works once. */
    linkNonce: text("link_nonce"),
    linkExpiresAt: timestamptz("link_expires_at"),
    linkStatus: text("link_status", { enum: ["queued", "sending", "sent", "failed"] }),
    /** When the mail is due, or, while it is being sent, when another process may take it over. */
    linkDueAt: timestamptz("link_due_at"),
    linkAttempts: integer("link_attempts").notNull().default(0),
    linkError: text("link_error"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("sender_identities_by_email").on(table.workspaceId, table.email),
    uniqueIndex("sender_identities_by_key").on(table.workspaceId, table.key),
    uniqueIndex("sender_identities_by_number").on(table.workspaceId, table.number),
    index("sender_identities_with_mail").on(table.linkDueAt).where(sql`link_status in ('queued', 'sending')`),
  ],
);
