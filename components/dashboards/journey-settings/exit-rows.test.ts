import { describe, expect, it } from "vitest";
import { ExitRow, NEW_EXIT, readExits, writeExits } from "./exit-rows.ts";

describe("exit conditions", () => {
  it("come back as they were, of every kind", () => {
    const conditions = [
      { eventName: "app.cancelled", filter: { plan: "pro", seats: 5 }, expression: "event.properties.n > 1" },
      { eventName: "user.signout" },
      { rules: { all: [{ field: "traits.plan", op: "eq", value: "free" }] } },
      { expression: 'person.stage == "lost"' },
      { rules: { all: [{ field: "event.properties.amount", op: "gt", value: 1 }] } },
      { shape: "nobody knows" },
    ];
    const rows = readExits(conditions);
    expect(rows.map(({ kind }) => kind)).toEqual(["event", "event", "rules", "expression", "rules", "kept"]);
    expect(writeExits(rows)).toEqual(conditions);
  });

  it("are absent when there are none", () => {
    expect(readExits(undefined)).toEqual([]);
    expect(writeExits([])).toBeUndefined();
  });

  it("name the field that is missing", () => {
    const missing = (over: Partial<ExitRow>) =>
      (ExitRow.safeParse({ ...NEW_EXIT, ...over }).error?.issues ?? []).map(({ path }) => path.join("."));
    expect(missing({})).toEqual(["eventName"]);
    expect(missing({ kind: "rules" })).toEqual(["rules"]);
    expect(missing({ kind: "expression" })).toEqual(["expression"]);
    expect(missing({ kind: "kept" })).toEqual([]);
  });
});
