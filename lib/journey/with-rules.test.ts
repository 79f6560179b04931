import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { nodeKinds } from "./nodes/index.ts";
import { RuleGroup } from "./rules.ts";

const found = (schema: z.ZodType, input: unknown): string[] => {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join(".")).sort();
};
const ofNode = (type: keyof typeof nodeKinds, config: unknown) => found(nodeKinds[type].configSchema, config);

describe("S15: what is wrong between fields is told beside what is wrong in them", () => {
  it("for a wait", () => {
    expect(ofNode("WAIT", { timeout: "soon", zone: "PST" })).toEqual(["duration", "timeout", "zone"]);
    expect(ofNode("WAIT", { duration: "soon", until: { trait: "d" }, window: {} })).toEqual([
      "duration",
      "until",
      "window.days",
      "window.from",
      "window.to",
    ]);
  });

  it("for a schedule, a condition and its branches, a wait for a condition, and an operation", () => {
    const triggerConfig = { at: "2026-05-01T09:00", cron: "0 9 * * *", timezone: "PST" };
    expect(ofNode("TRIGGER", { triggerType: "SCHEDULE", triggerConfig })).toEqual([
      "triggerConfig.cron",
      "triggerConfig.timezone",
    ]);
    expect(ofNode("CONDITION", { expression: 1 })).toEqual(["expression"]);
    expect(ofNode("CONDITION", { branches: [{ key: "default", label: 1, expression: "" }, { key: "" }] })).toEqual([
      "branches.0.expression",
      "branches.0.key",
      "branches.0.label",
      "branches.1.key",
      "branches.1.rules",
    ]);
    expect(ofNode("WAIT_FOR_CONDITION", { timeout: "soon" })).toEqual(["include", "timeout"]);
    expect(ofNode("ACTION", { operations: [{ type: "set_attribute", attribute: "" }] })).toEqual([
      "operations.0.attribute",
      "operations.0.value",
    ]);
  });

  it("for a group of rules", () => {
    expect(found(RuleGroup, { not: "yes" })).toEqual(["", "not"]);
  });
});

it("S15: a field that is wrong itself is told once", () => {
  expect(ofNode("WAIT", { duration: "1d", until: "soon" })).toEqual(["until"]);
  expect(ofNode("CONDITION", { rules: "all" })).toEqual(["rules"]);
  expect(ofNode("CONDITION", { branches: "two" })).toEqual(["branches"]);
  expect(ofNode("WAIT", "1d")).toEqual([""]);
});
