import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard } from "../columns.ts";

const counter = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** What happened to the messages of a step: one row for each shard and step of a version, so that figures read 64 rows. */
export const deliveryCounts = pgTable(
  "delivery_counts",
  {
    shard: shard(),
    journeyId: uuid("journey_id").notNull(),
    versionId: uuid("version_id").notNull(),
    nodeId: uuid("node_id").notNull(),
    sent: counter("sent"),
    /** Kept here instead of being sent, because no mail server is configured; in no other counter. */
    captured: counter("captured"),
    /** Sent with a pixel; the whole of the rate of opens. */
    openTracked: counter("open_tracked"),
    /** Sent with links of ours; the whole of the rate of clicks. */
    clickTracked: counter("click_tracked"),
    delivered: counter("delivered"),
    opened: counter("opened"),
    machineOpened: counter("machine_opened"),
    clicked: counter("clicked"),
    bounced: counter("bounced"),
    complained: counter("complained"),
    unsubscribed: counter("unsubscribed"),
  },
  (table) => [primaryKey({ columns: [table.shard, table.journeyId, table.versionId, table.nodeId] })],
);
