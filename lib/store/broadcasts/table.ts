import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";

/** Why messages were skipped: a code of `lib/consent`, or `other`. A person may have several reasons. */
export type UnsentReason = { readonly code: string; readonly people: number };

/** How many people a message could reach when the broadcast was made. */
export type ReachBefore = {
  readonly total: number;
  readonly reachable: number;
  readonly exact: boolean;
  readonly reasons: readonly UnsentReason[];
};

/** What happened to a broadcast: people who entered, their messages by status, and why some were not sent. */
export type BroadcastResult = {
  readonly entered: number;
  readonly messages: Readonly<Record<string, number>>;
  readonly reasons: readonly UnsentReason[];
};

/** One message to many people, once: a journey of its own, and the operation that enrolls them. */
export const broadcasts = pgTable(
  "broadcasts",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    journeyId: uuid("journey_id").notNull(),
    operationId: uuid("operation_id").notNull(),
    contentId: uuid("content_id").notNull(),
    /** `everyone segment people`; who the people are, the operation knows. */
    audience: text("audience", { enum: ["everyone", "segment", "people"] }).notNull(),
    segmentId: uuid("segment_id"),
    /** When the first people enter. */
    startsAt: timestamptz("starts_at").notNull(),
    /** The time on each person's clock at which their message leaves, such as `2026-12-24T09:00`; null = as they enter. */
    localTime: text("local_time"),
    perMinute: integer("per_minute"),
    status: text("status", { enum: ["open", "sent", "stopped"] })
      .notNull()
      .default("open"),
    reach: jsonb("reach").$type<ReachBefore>().notNull(),
    /** Counted once everything is over; null = not yet. */
    result: jsonb("result").$type<BroadcastResult>(),
    finishedAt: timestamptz("finished_at"),
    createdBy: text("created_by"),
    createdAt: createdAt(),
  },
  (table) => [
    index("broadcasts_by_workspace").on(table.workspaceId, table.createdAt),
    index("broadcasts_by_journey").on(table.journeyId),
  ],
);
