import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, shard, timestamptz, updatedAt, workspaceId } from "../columns.ts";

/** Private campaigns, each assigned to one person. Batches write them, so they are sharded with the person (R4). */
export const assignedCampaigns = pgTable(
  "assigned_campaigns",
  {
    shard: shard(),
    id: uuid("id").notNull(),
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    /** Above the numbers of other campaigns, so that a number means one campaign. */
    number: integer("number").notNull().generatedByDefaultAsIdentity({ startWith: 100_000_000 }),
    name: text("name").notNull(),
    /** The campaign that it is a clone of. */
    templateId: uuid("template_id"),
    contentId: uuid("content_id"),
    /** The enrollment whose step made it. */
    madeBy: uuid("made_by"),
    status: text("status", { enum: ["draft", "active", "ended"] }).notNull(),
    startsAt: timestamptz("starts_at"),
    endsAt: timestamptz("ends_at"),
    startedAt: timestamptz("started_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index("assigned_campaigns_by_person").on(table.shard, table.personId),
    index("assigned_campaigns_by_workspace").on(table.shard, table.workspaceId, table.createdAt),
    index("assigned_campaigns_by_number").on(table.shard, table.workspaceId, table.number),
    index("assigned_campaigns_by_template").on(table.shard, table.templateId, table.createdAt),
    index("assigned_campaigns_starting")
      .on(table.shard, table.startsAt)
      .where(sql`status = 'draft' and starts_at is not null`),
    index("assigned_campaigns_ending")
      .on(table.shard, table.endsAt)
      .where(sql`status = 'active' and ends_at is not null`),
  ],
);
