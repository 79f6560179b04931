import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";
import { USER_PROOFS } from "./user-proof.ts";

export const sites = pgTable(
  "sites",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    origins: text("origins").array().notNull().default(sql`'{}'`),
    /** Whether pages have to prove a user id before they speak for it. */
    userProof: text("user_proof", { enum: USER_PROOFS }).notNull().default("off"),
    /** The secrets under which they prove it, sealed; the former one counts too until it is ended. */
    proofSecret: text("proof_secret"),
    formerProofSecret: text("former_proof_secret"),
    proofSecretAt: timestamptz("proof_secret_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sites_by_workspace").on(table.workspaceId)],
);
