import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Database, newId } from "#db";
import type { Context } from "./context.ts";
import { cursorFields, cursorListing, startOf } from "./cursors.ts";

const contextOf = (workspaceId: string): Context => ({
  database: {} as Database,
  workspaceId,
  actor: { kind: "system", id: "test", role: "viewer" },
});
const ctx = contextOf(newId());
const Query = z.object(cursorFields);
const last = { at: "2026-11-30 23:59:59.123456+00", id: newId() };
const pageOf = (page: number, total: number, isAbout = false) =>
  cursorListing(ctx, ["a", "b"], { total, isAbout }, { list: "people", page, limit: 2, last }).meta;
const cursor = pageOf(3, 100).nextCursor ?? "";

describe("a cursor", () => {
  it("leads to the next page, after the row that it names", () => {
    const { limit, ...query } = Query.parse({ cursor, limit: "2" });
    expect(startOf(ctx, "people", { ...query, limit })).toEqual({ page: 4, offset: 6, after: last });
  });

  it("is missing on the last page, unless the total is an estimate", () => {
    expect(pageOf(50, 100).nextCursor).toBeNull();
    expect(pageOf(50, 100, true)).toMatchObject({ isAbout: true, nextCursor: expect.any(String) });
  });

  it.each([
    ["cut short", cursor.slice(0, -1)],
    ["without its check", cursor.split(".")[0]],
    ["changed", `A${cursor}`],
    ["no cursor", "next"],
  ])("that is %s names the field", (_, text) => {
    expect(Query.safeParse({ cursor: text }).error?.issues).toMatchObject([{ path: ["cursor"] }]);
  });

  it("of another list or workspace is refused by name", () => {
    const query = Query.parse({ cursor });
    const refusal = (message: string) =>
      expect.objectContaining({ code: "unreadable", errors: [{ pointer: "/cursor", field: "cursor", message }] });
    expect(() => startOf(ctx, "events", query)).toThrow(refusal("cursor belongs to another list"));
    expect(() => startOf(contextOf(newId()), "people", query)).toThrow(refusal("cursor belongs to another workspace"));
  });
});
