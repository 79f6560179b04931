import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, timestamptz, workspaceId } from "../columns.ts";
import { content } from "../content/table.ts";
import { sites } from "../sites/table.ts";

/** What somebody pointed at on a page: how it is found again, and how well that tells it from others. */
export type PickedElement = {
  readonly target: Readonly<Record<string, unknown>>;
  readonly matches: number;
  readonly score: number;
  readonly runnerUp: number;
  readonly words: string;
  readonly url: string;
};

/** Addresses of a site's pages, made for one author for a short time: to look at a draft there, or to pick an element. */
export const previewLinks = pgTable(
  "preview_links",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId(),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id, { onDelete: "cascade" }),
    contentId: uuid("content_id")
      .notNull()
      .references(() => content.id, { onDelete: "cascade" }),
    mode: text("mode", { enum: ["pick", "show"] }).notNull(),
    url: text("url").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    expiresAt: timestamptz("expires_at").notNull(),
    /** When a page first asked with it. */
    openedAt: timestamptz("opened_at"),
    picked: jsonb("picked").$type<PickedElement>(),
  },
  (table) => [index("preview_links_by_expiry").on(table.expiresAt)],
);
