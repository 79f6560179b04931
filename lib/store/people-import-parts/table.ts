import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { shard, timestamptz, workspaceId } from "../columns.ts";

/** What a row of a list says of a person; absent: nothing. */
export type ImportedPerson = {
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly addTags?: readonly string[];
  readonly stage?: string;
  /** Whether they opted out (true) or in (false). */
  readonly unsubscribed?: boolean;
};

export type RefusedRow = { readonly line: number; readonly column: string | null; readonly message: string };

/**
 * The rows of uploaded lists, in parts of one slice. `shard` is that of the import's id, so that one worker at a time
 * takes them, in the order of the file. The rows of a part are deleted as they are stored.
 */
export const peopleImportParts = pgTable(
  "people_import_parts",
  {
    shard: shard(),
    importId: uuid("import_id").notNull(),
    number: integer("number").notNull(),
    workspaceId: workspaceId(),
    /** Rows of the file, refused ones included. */
    size: integer("size").notNull(),
    /** The rows still to be stored; null: none. */
    rows: json("rows").$type<readonly ImportedPerson[]>(),
    refused: json("refused").$type<readonly RefusedRow[]>().notNull(),
    created: integer("created").notNull().default(0),
    updated: integer("updated").notNull().default(0),
    doneAt: timestamptz("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.importId, table.number] }),
    index("people_import_parts_waiting").on(table.workspaceId).where(sql`rows is not null`),
  ],
);
