import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, workspaceId } from "../columns.ts";

/** The answer of a POST with an `Idempotency-Key`, kept for a day: the same key gets the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    /** Hash of method, address, caller and body: the key is valid for this request only. */
    fingerprint: text("fingerprint").notNull(),
    /** `null`: the request is still being processed. */
    status: integer("status"),
    body: text("body"),
    headers: jsonb("headers").$type<Record<string, string>>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.key] }),
    index("idempotency_keys_by_age").on(table.createdAt),
  ],
);
