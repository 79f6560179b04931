import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { FREQUENCIES } from "#consent";
import { shard, timestamptz, updatedAt, workspaceId } from "../columns.ts";

/** Tracking consent, and how often and when a person wants marketing messages. */
export const preferences = pgTable(
  "preferences",
  {
    shard: shard(),
    personId: uuid("person_id").notNull(),
    workspaceId: workspaceId(),
    /** Null: not answered; the workspace's default holds. */
    trackOpens: boolean("track_opens"),
    trackClicks: boolean("track_clicks"),
    frequency: text("frequency", { enum: FREQUENCIES }),
    snoozedUntil: timestamptz("snoozed_until"),
    /** Reserves the one message that the frequency allows, for `lastDelivery` (R43). */
    lastMarketingAt: timestamptz("last_marketing_at"),
    lastDelivery: uuid("last_delivery"),
    /** What `lastMarketingAt` was before, to be restored if that message is not sent. */
    formerMarketingAt: timestamptz("former_marketing_at"),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.personId] })],
);
