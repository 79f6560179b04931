import { index, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";
import type { PackedHop } from "./hops.ts";

/** Partitioned by `at`. One row per signal, with the transitions it caused (R7). */
export const history = pgTable(
  "history",
  {
    shard: shard(),
    at: timestamptz("at").notNull(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    enrollmentId: uuid("enrollment_id").notNull(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    personId: uuid("person_id").notNull(),
    signalId: uuid("signal_id"),
    signalKind: text("signal_kind").notNull(),
    /** Packed by `packHops`. */
    hops: json("hops").$type<PackedHop[]>().notNull(),
    committedAt: timestamptz("committed_at").notNull(),
  },
  (table) => [
    // Also used to find an enrollment's transitions: a separate index for that would cost another 2 µs per row.
    primaryKey({ columns: [table.shard, table.enrollmentId, table.at, table.id] }),
    index("history_by_journey").on(table.shard, table.journeyId, table.at),
  ],
);
