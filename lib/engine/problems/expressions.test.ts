import { expect, test } from "vitest";
import type { JourneyDocument } from "#journey";
import { templateInput, templates } from "#journey/templates";
import { chain, EXIT_STEP, START_STEP, sketch } from "../testing/build.ts";
import { findProblems } from "./index.ts";

const nothing = { content: null, events: null, journeys: null, segments: null };

const about = (document: JourneyDocument) =>
  findProblems(document, nothing)
    .filter(({ code }) => code === "bad_expression" || code === "missing_trait")
    .map(({ code, severity, field, message }) => ({ code, severity, field, message }));
const around = (type: JourneyDocument["nodes"][number]["type"], config: Record<string, unknown>) =>
  sketch({ steps: { start: START_STEP, x: { type, config }, exit: EXIT_STEP }, links: chain("start", "x", "exit") });
const asking = (expression: string) => about(around("CONDITION", { expression }));
const set = (settings: Record<string, unknown>) =>
  about(sketch({ steps: { start: START_STEP, exit: EXIT_STEP }, links: chain("start", "exit"), settings }));

test("L8: what can never be computed is an error with its place, also where it cannot be read", () => {
  expect(asking("traits.a > 1.0 && timestamp('2026-02-30') < now")).toEqual([
    {
      code: "bad_expression",
      severity: "error",
      field: "config.expression",
      message:
        "“x”: timestamp('2026-02-30') can never be computed (timestamp() takes an ISO 8601 date or seconds since 1970) (character 19).",
    },
  ]);
  expect(asking("traits.a > 1.0 && 'a' < 1")[0]?.message).toBe(
    "“x”: the expression cannot be read: no such overload: string < int (character 19).",
  );
  expect(asking("traits.a > ")[0]?.message).toMatch(/character \d+/);
  expect(asking("now - duration('30d') < now && tags.contains('vip')")[0]?.message).toContain("write 'vip' in tags");
});

test("L8: a comparison that is false for people without the trait is a warning that names the rewrite", () => {
  expect(asking("traits.plan != 'pro'")).toMatchObject([
    {
      code: "missing_trait",
      severity: "warning",
      message: expect.stringContaining("write !has(traits.plan) || traits.plan"),
    },
  ]);
  expect(asking("has(traits.plan) && traits.plan != 'pro'")).toEqual([]);
});

const READS = { expression: "event.properties.x == 1" };
const RULES = { rules: { all: [{ field: "event.properties.x", op: "eq", value: 1 }] } };

test.each([
  ["a condition", about(around("CONDITION", READS)), "config.expression"],
  ["a rule of a condition", about(around("CONDITION", RULES)), "config.rules.all.0.field"],
  ["a wait for a condition", about(around("WAIT_FOR_CONDITION", READS)), "config.expression"],
  [
    "a computed trait",
    about(around("ACTION", { operations: [{ type: "set_attribute", attribute: "a", ...READS }] })),
    "config.operations.0.expression",
  ],
  ["a state to leave by", set({ exitConditions: [READS] }), "settings.exitConditions.0.expression"],
])("S9: event where no event is looked at is an error: %s", (_, problems, field) => {
  expect(problems).toMatchObject([
    { code: "bad_expression", field, message: expect.stringContaining("event is not known here") },
  ]);
});

test.each([
  ["a trigger", about(around("TRIGGER", { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "a", ...READS } }))],
  ["a wait for an event", about(around("WAIT_FOR_EVENT", { eventName: "a", timeout: "1d", ...READS }))],
  ["an event to leave by", set({ exitConditions: [{ eventName: "a", ...READS }] })],
  ["the entry conditions", set({ entryConditions: READS })],
  ["what began the journey", asking("trigger.properties.x == 1")],
])("S9: event is known where one is looked at: %s", (_, problems) => {
  expect(problems).toEqual([]);
});

test.each(templates.map((template) => [template.key, template] as const))(
  "S9: the expressions of the template %s can come true",
  (_, template) => {
    const input = templateInput(template, new Map(template.content.map(({ key }) => [key, key])));
    const conditions = input.nodes.map(({ type, config }) => about(around(type, config as Record<string, unknown>)));
    expect(conditions.flat()).toEqual([]);
  },
);
