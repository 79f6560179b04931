import { bigint, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { timestamptz, workspaceId } from "../columns.ts";
import { workspaces } from "../workspaces/table.ts";
import { CHANGE_REASONS, REFUSAL_REASONS } from "./reasons.ts";

/** One sample message: `text` is its shortened JSON; the ids are stored to find the samples of a person. */
export type MessageSample = {
  readonly at: string;
  readonly path: string;
  /** The field with its full path, and what is wrong with it. */
  readonly field: string | null;
  readonly message: string;
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly text: string;
};

/**
 * Messages that were refused or changed on arrival, by reason, field and hour. Reasons and fields are closed sets and
 * samples are few, so a flood of bad messages increases counts without adding rows.
 */
export const refusedMessages = pgTable(
  "refused_messages",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    hour: timestamptz("hour").notNull(),
    reason: text("reason", { enum: [...REFUSAL_REASONS, ...CHANGE_REASONS] }).notNull(),
    field: text("field").notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
    samples: jsonb("samples").$type<MessageSample[]>().notNull().default([]),
    firstAt: timestamptz("first_at").notNull().defaultNow(),
    lastAt: timestamptz("last_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hour, table.reason, table.field] })],
);
