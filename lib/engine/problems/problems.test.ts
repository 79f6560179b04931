import { expect, test } from "vitest";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import { chain, EXIT_STEP, email, idOf, START_STEP, sketch, wait } from "../testing/build.ts";
import { blocksPublishing, findProblems } from "./index.ts";

const catalog: Catalog = {
  content: new Map([["mail", { id: "mail", type: "email" }]]),
  segments: new Set(["vip"]),
  events: new Set(["app.in", "app.out"]),
  journeys: new Set(["welcome"]),
  decisionFlows: new Set(["df_loans"]),
};

const found = (document: JourneyDocument) => findProblems(document, catalog).map(({ code, field }) => [code, field]);
const only = (document: JourneyDocument, code: Problem["code"]) =>
  findProblems(document, catalog).find((problem) => problem.code === code);
const around = (type: JourneyDocument["nodes"][number]["type"], config: Record<string, unknown>) =>
  sketch({ steps: { start: START_STEP, x: { type, config }, exit: EXIT_STEP }, links: chain("start", "x", "exit") });

test("a sound journey has no problems", () => {
  const journey = sketch({
    steps: { start: START_STEP, mail: email, w: wait("1d"), exit: EXIT_STEP },
    links: chain("start", "mail", "w", "exit"),
  });
  expect(findProblems(journey, catalog)).toEqual([]);
});

test("a problem calls a step by its label, and names that clash by the name", () => {
  const journey = sketch({ steps: { start: START_STEP, w: wait("1d") }, links: chain("start", "w") });
  const labelled = { ...journey, nodes: journey.nodes.map((node) => ({ ...node, label: "One day off" })) };
  expect(only(labelled, "dead_end")?.message).toContain("“One day off”");
  const twice = { ...labelled, nodes: labelled.nodes.map((node) => ({ ...node, name: "w" })) };
  expect(only(twice, "duplicate_name")?.message).toContain("“w”");
});

test.each([
  ["a duration that is none", around("WAIT", { duration: "soon" }), "bad_duration", "config.duration"],
  ["an absurd duration", around("WAIT", { duration: "900000d" }), "bad_duration", "config.duration"],
  [
    "an event without a name",
    around("WAIT_FOR_EVENT", { eventName: "", timeout: "1d" }),
    "missing_config",
    "config.eventName",
  ],
  [
    "an expression that does not parse",
    around("CONDITION", { expression: "traits.plan ==" }),
    "bad_expression",
    "config.expression",
  ],
  [
    "an expression about nothing known",
    around("CONDITION", { expression: "persn.age > 3" }),
    "bad_expression",
    "config.expression",
  ],
  [
    "a broken pattern",
    around("CONDITION", { expression: 'traits.a.matches("(")' }),
    "bad_expression",
    "config.expression",
  ],
  [
    "T1: an expression with loops inside loops inside loops",
    around("CONDITION", { expression: `${"tags.all(t, ".repeat(6)}true${")".repeat(6)}` }),
    "bad_expression",
    "config.expression",
  ],
  [
    "T1: a computed attribute that is too long",
    around("ACTION", {
      operations: [{ type: "set_attribute", attribute: "a", expression: `"${"a".repeat(10_000)}"` }],
    }),
    "bad_expression",
    "config.operations.0.expression",
  ],
  [
    "T1: a pattern that is too large",
    around("CONDITION", { rules: { all: [{ field: "traits.a", op: "matches", value: "(a{100}b{100}){9}" }] } }),
    "bad_expression",
    "config.rules.all.0.value",
  ],
  [
    "an operation without a tag",
    around("ACTION", { operations: [{ type: "tag_user" }] }),
    "missing_config",
    "config.operations.0.tagName",
  ],
  ["no operations", around("ACTION", { operations: [] }), "missing_config", "config.operations"],
  ["a goal check without a goal", around("GOAL_CHECK", {}), "missing_config", "config"],
  [
    "a decision flow that does not exist",
    around("DECIDE", { decisionFlowId: "x" }),
    "unknown_decision_flow",
    "config.decisionFlowId",
  ],
  ["a step without a decision flow", around("DECIDE", {}), "missing_config", "config.decisionFlowId"],
  [
    "a message that shows what no step decides",
    around("CONTENT", { contentType: "email", resultSource: "loan" }),
    "bad_config",
    "config.resultSource",
  ],
  [
    "an offer outside of a flow's score",
    around("CONDITION", { expression: "offer.priority > 1" }),
    "bad_expression",
    "config.expression",
  ],
  [
    "a setting",
    { ...around("WAIT", { duration: "1d" }), settings: { maxDuration: "ages" } },
    "bad_duration",
    "settings.maxDuration",
  ],
  [
    "a re-entry mode",
    { ...around("WAIT", { duration: "1d" }), settings: { reEntry: "sometimes" } },
    "bad_config",
    "settings.reEntry",
  ],
  [
    "a goal without its event",
    { ...around("WAIT", { duration: "1d" }), goalConfig: { type: "event" as const, config: {} } },
    "missing_config",
    "goalConfig.config.eventName",
  ],
])("%s blocks publishing and names the field", (_what, journey, code, field) => {
  expect(found(journey)).toContainEqual([code, field]);
  expect(blocksPublishing(findProblems(journey, catalog))).toBe(true);
});

test.each([
  ["unknown_event", around("WAIT_FOR_EVENT", { eventName: "never_seen", timeout: "1d" })],
  ["unknown_segment", around("CONDITION", { rules: { all: [{ segment: "nobody" }] } })],
  ["unknown_journey", around("ACTION", { operations: [{ type: "enroll", journey: "nowhere" }] })],
  ["unbounded_wait", around("WAIT_FOR_EVENT", { eventName: "out" })],
  ["dead_end", sketch({ steps: { start: START_STEP, mail: email }, links: chain("start", "mail") })],
  [
    "unreachable",
    sketch({ steps: { start: START_STEP, exit: EXIT_STEP, island: EXIT_STEP }, links: chain("start", "exit") }),
  ],
  [
    "fast_cycle",
    sketch({
      steps: { start: START_STEP, w: wait("5m"), mail: email },
      links: [...chain("start", "w", "mail"), { from: "mail", to: "w" }],
    }),
  ],
  [
    "never_taken",
    sketch({
      steps: { start: START_STEP, mail: email, exit: EXIT_STEP },
      links: [...chain("start", "mail", "exit"), { from: "mail", to: "exit", trigger: { type: "timer", delay: "1h" } }],
    }),
  ],
] as const)("%s warns and does not block", (code, journey) => {
  expect(only(journey, code)?.severity).toBe("warning");
  expect(blocksPublishing(findProblems(journey, catalog))).toBe(false);
});

test.each([
  "Acme",
  "not an address",
  "Team: Acme <a@b.example>",
  "a@b.example, c@d.example",
  "a@b.example\r\nBcc: x@y.z",
])("S12: mail from %j could never be sent, so it blocks publishing and names the field", (sender) => {
  const step = { ...email, config: { ...email.config, fromIdentityEmail: sender } };
  const journey = sketch({
    steps: { start: START_STEP, mail: step, exit: EXIT_STEP },
    links: chain("start", "mail", "exit"),
  });
  expect(found(journey)).toEqual([["bad_sender", "config.fromIdentityEmail"]]);
  expect(blocksPublishing(findProblems(journey, catalog))).toBe(true);
});

test("S12: a sender that can be read, or none, is no problem", () => {
  for (const sender of ["Acme <a@b.example>", '"Acme; Inc." <a@b.example>', "a@b.example", "", null]) {
    const step = { ...email, config: { ...email.config, fromIdentityEmail: sender } };
    const journey = sketch({
      steps: { start: START_STEP, mail: step, exit: EXIT_STEP },
      links: chain("start", "mail", "exit"),
    });
    expect(found(journey)).toEqual([]);
  }
});

test("weights that are given add up to a hundred", () => {
  const split = (left: number, right: number) =>
    sketch({
      steps: { start: START_STEP, s: { type: "SPLIT" }, a: EXIT_STEP, b: EXIT_STEP },
      links: [...chain("start", "s"), { from: "s", to: "a", weight: left }, { from: "s", to: "b", weight: right }],
    });
  expect(only(split(33.3, 66.7), "bad_weights")).toBeUndefined();
  expect(only(split(33.3, 33.3), "bad_weights")).toMatchObject({ severity: "error", nodeId: idOf("s") });
});

test("TRUE without FALSE is not handled, and a self-edge is a cycle without a wait", () => {
  const half = sketch({
    steps: { start: START_STEP, c: { type: "CONDITION", config: { expression: "true" } }, exit: EXIT_STEP },
    links: [...chain("start", "c"), { from: "c", to: "exit", branch: "TRUE" }],
  });
  expect(only(half, "branch_unhandled")).toMatchObject({ nodeId: idOf("c"), field: "exits.FALSE" });
  const ring = sketch({
    steps: { start: START_STEP, mail: email },
    links: [...chain("start", "mail"), { from: "mail", to: "mail" }],
  });
  expect(only(ring, "cycle_without_wait")).toMatchObject({ severity: "error", nodeId: idOf("mail") });
});
