import { createHash } from "node:crypto";
import * as z from "zod";
import type { Context } from "./context.ts";
import { fieldError, ServiceError } from "./errors.ts";
import { countedListing, type Listing, offsetOf, type Page, pageFields } from "./paging.ts";

/** The last row of a page: its time, as the database writes it, and its id. */
type Place = { readonly at: string; readonly id: string };

/** What a cursor says. `list` is the list that it belongs to, with what the list is of, e.g. `enrollments <journey>`. */
type Cursor = Place & { readonly list: string; readonly workspaceId: string; readonly page: number };

/** A time as the database writes it. */
const At = z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);
const Stored = z.tuple([z.string(), z.uuid(), At, z.uuid(), z.int().min(1).max(1_000_000)]);
const CHECK_LENGTH = 8;

const checkOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, CHECK_LENGTH);

function writeCursor({ list, workspaceId, at, id, page }: Cursor): string {
  const text = Buffer.from(JSON.stringify([list, workspaceId, at, id, page])).toString("base64url");
  return `${text}.${checkOf(text)}`;
}

function readCursor(text: string): Cursor | null {
  const [stored = "", check] = text.split(".");
  if (check !== checkOf(stored)) return null;
  const parsed = Stored.safeParse(parseJson(Buffer.from(stored, "base64url").toString()));
  if (!parsed.success) return null;
  const [list, workspaceId, at, id, page] = parsed.data;
  return { list, workspaceId, at, id, page };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `page`, `limit` and `cursor` as long lists take them. */
export const cursorFields = {
  ...pageFields,
  cursor: z
    .string()
    .max(1_000)
    .transform((text, context) => {
      const cursor = readCursor(text);
      if (cursor !== null) return cursor;
      context.addIssue("cursor is cut short or was changed; take `meta.nextCursor` of an answer as it is");
      return z.NEVER;
    })
    .optional()
    .meta({ description: "`meta.nextCursor` of the page before; takes precedence over `page`" }),
};

/** A page by its number, or by the cursor of the page before. */
export type PageOrCursor = Page & { readonly cursor?: Cursor | undefined };

const unfit = (message: string) => new ServiceError("unreadable", message, [fieldError(["cursor"], message)]);

/** Where a page begins. Refuses a cursor of another list or another workspace. */
export function startOf({ workspaceId }: Context, list: string, { cursor, ...page }: PageOrCursor) {
  if (cursor === undefined) return { page: page.page, offset: offsetOf(page), after: null };
  if (cursor.workspaceId !== workspaceId) throw unfit("cursor belongs to another workspace");
  if (cursor.list !== list) throw unfit("cursor belongs to another list");
  return {
    page: cursor.page,
    offset: offsetOf({ ...page, page: cursor.page }),
    after: { at: cursor.at, id: cursor.id },
  };
}

type Counted = { readonly total: number; readonly isAbout: boolean };
type Listed = {
  readonly list: string;
  readonly page: number;
  readonly limit: number;
  readonly last: Place | undefined;
};

/** The page data of a long list; `last` is the last row of the page. */
export function cursorListing<Item>(
  { workspaceId }: Context,
  data: Item[],
  counted: Counted,
  { list, page, limit, last }: Listed,
): Listing<Item> {
  const { meta } = countedListing(data, counted, { page, limit });
  const isLast = last === undefined || data.length < limit || (!counted.isAbout && page >= meta.totalPages);
  const nextCursor = isLast ? null : writeCursor({ list, workspaceId, at: last.at, id: last.id, page: page + 1 });
  return { data, meta: { ...meta, nextCursor } };
}
