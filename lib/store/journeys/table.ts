import { boolean, index, integer, json, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Canvas, GoalConfig, Pause } from "#journey";
import { createdAt, timestamptz, updatedAt, workspaceId } from "../columns.ts";
import { sites } from "../sites/table.ts";
import { workspaces } from "../workspaces/table.ts";

/** `revision` is the draft's revision that `machineConfig` describes: a later one was drawn elsewhere. */
export type PlaceFields = {
  readonly triggerEvent: string;
  readonly machineConfig: Record<string, unknown> | null;
  readonly revision: number;
  /** The number of the member who owns the key by which it was made. */
  readonly userId: number | null;
};

/** The file in which a journey is kept as code, as the command line named it last. */
export type SourceFile = { readonly path: string; readonly url: string | null };

export const journeys = pgTable(
  "journeys",
  {
    id: uuid("id").primaryKey(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    number: integer("number").notNull().generatedByDefaultAsIdentity(),
    /** `jrn_…`, the id that the CLI and /api/v1 print. */
    shortId: text("short_id").notNull().unique(),
    key: text("key").notNull(),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id),
    name: text("name").notNull(),
    description: text("description"),
    status: text("status", { enum: ["draft", "published", "paused", "archived"] })
      .notNull()
      .default("draft"),
    /** Raised by every change of the draft; compared with `If-Match`. */
    revision: integer("revision").notNull().default(1),
    canvas: jsonb("canvas").$type<Canvas>().notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    goalConfig: jsonb("goal_config").$type<GoalConfig>(),
    audienceId: uuid("audience_id"),
    allowAnonymous: boolean("allow_anonymous").notNull().default(false),
    pauseMode: text("pause_mode", { enum: ["hold", "drain", "queue"] }),
    pauses: jsonb("pauses").$type<Pause<string>[]>().notNull().default([]),
    onResume: text("on_resume", { enum: ["fire", "shift"] })
      .notNull()
      .default("fire"),
    /** Raised by archiving: everything of a lower epoch counts as stopped immediately (R31). */
    epoch: integer("epoch").notNull().default(1),
    publishedVersionId: uuid("published_version_id"),
    /** The draft's revision that was last published; differs from `revision` while there are unpublished changes. */
    publishedRevision: integer("published_revision"),
    publishedAt: timestamptz("published_at"),
    archivedAt: timestamptz("archived_at"),
    /**
     * Key of the goal for which conversions are shown: the present goal, or the previous one while the present one is
     * being counted (R52).
     */
    countedRevision: text("counted_revision"),
    /**
     * Since when the journey is unpublished or archived and has no people; the windows of its goal end that much later
     * (R25).
     */
    idleSince: timestamptz("idle_since"),
    /** What the places API answers besides the document; `null`: the journey was not made there. Keys keep their order. */
    place: json("place").$type<PlaceFields>(),
    /** Where the draft may be changed: only in its file, only here, or in both with a merge. */
    truth: text("truth", { enum: ["code", "console", "both"] })
      .notNull()
      .default("both"),
    sourceFile: jsonb("source_file").$type<SourceFile>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("journeys_by_key").on(table.workspaceId, table.key),
    uniqueIndex("journeys_by_number").on(table.workspaceId, table.number),
    index("journeys_by_workspace").on(table.workspaceId, table.status, table.updatedAt),
  ],
);
