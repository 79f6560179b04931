import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, workspaceId } from "../columns.ts";

/** `shard` here is a hash of (workspace, kind, value), not the person's shard (R2). */
export const identities = pgTable(
  "identities",
  {
    shard: shard(),
    workspaceId: workspaceId(),
    kind: text("kind", { enum: ["external", "anonymous"] }).notNull(),
    value: text("value").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.workspaceId, table.kind, table.value] }),
    index("identities_by_person").on(table.personId),
  ],
);
