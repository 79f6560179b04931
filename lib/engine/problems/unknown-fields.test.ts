import { describe, expect, test } from "vitest";
import { type GoalConfig, type JourneyDocument, type JourneyNode, type JsonObject, tidyDocument } from "#journey";
import { chain, EXIT_STEP, START_STEP, sketch, wait } from "../testing/build.ts";
import { findProblems } from "./index.ts";

const nothingKnown = { content: null, segments: null, events: null };
const unknown = (document: JourneyDocument) =>
  findProblems(document, nothingKnown)
    .filter(({ code }) => code === "unknown_field")
    .map(({ field, severity, message }) => [field, severity, /Is “(.*)” meant/.exec(message)?.[1] ?? null]);

type Change = { readonly settings?: JsonObject; readonly goal?: GoalConfig };
const withSteps = (trigger: JsonObject, x: { type: JourneyNode["type"]; config?: JsonObject }, change: Change = {}) =>
  sketch({
    steps: { start: { type: "TRIGGER", config: trigger }, x, exit: EXIT_STEP },
    links: chain("start", "x", "exit"),
    ...change,
  });
const around = (type: JourneyNode["type"], config: JsonObject, change?: Change) =>
  withSteps(START_STEP.config ?? {}, { type, config }, change);
const entering = (triggerType: string, triggerConfig: JsonObject, beside: JsonObject = {}) =>
  withSteps({ triggerType, triggerConfig, ...beside }, wait("1d"));

describe("S10: a field that nothing reads is told, with the name that was probably meant", () => {
  test.each<[string, JourneyDocument, unknown[]]>([
    [
      "a misspelt filter of a trigger",
      entering("CUSTOM_EVENT", { eventName: "in", filters: { plan: "pro" } }),
      ["config.triggerConfig.filters", "error", "filter"],
    ],
    [
      "a condition beside it",
      entering("CUSTOM_EVENT", { eventName: "in" }, { conditions: { plan: "pro" } }),
      ["config.conditions", "error", "filter"],
    ],
    [
      "a filter where none is asked",
      entering("MANUAL", { filter: { plan: "pro" } }),
      ["config.triggerConfig.filter", "error", null],
    ],
    [
      "a where of a wait for an event",
      around("WAIT_FOR_EVENT", { eventName: "out", where: { plan: "pro" }, timeout: "1d" }),
      ["config.where", "error", "filter"],
    ],
    ["a note", around("WAIT", { duration: "1d", note: "why" }), ["config.note", "warning", null]],
    [
      "a misspelt duration",
      around("WAIT", { duration: "1d", duraton: "2d" }),
      ["config.duraton", "warning", "duration"],
    ],
    [
      "a misspelt rule",
      around("CONDITION", { rules: { all: [{ field: "traits.a", op: "eq", valeu: 1 }] } }),
      ["config.rules.all.0.valeu", "error", "value"],
    ],
    [
      "inside an operation",
      around("ACTION", { operations: [{ type: "tag_user", tagName: "a", tagNames: ["b"] }] }),
      ["config.operations.0.tagNames", "warning", "tagName"],
    ],
    [
      "the settings",
      around("WAIT", { duration: "1d" }, { settings: { exitConditons: [{ eventName: "out" }] } }),
      ["settings.exitConditons", "error", "exitConditions"],
    ],
    [
      "an exit condition",
      around("WAIT", { duration: "1d" }, { settings: { exitConditions: [{ eventName: "out", filters: {} }] } }),
      ["settings.exitConditions.0.filters", "error", "filter"],
    ],
    [
      "entry conditions of which a part is misspelt",
      around("WAIT", { duration: "1d" }, { settings: { entryConditions: { segments: ["vip"], rule: { all: [] } } } }),
      ["settings.entryConditions.rule", "error", "rules"],
    ],
    [
      "the goal",
      around("WAIT", { duration: "1d" }, { goal: { type: "event", config: { eventName: "out" }, deadlin: 3 } }),
      ["goalConfig.deadlin", "warning", "deadline"],
    ],
    [
      "the goal's config",
      around("WAIT", { duration: "1d" }, { goal: { type: "event", config: { eventName: "out", filtr: { a: 1 } } } }),
      ["goalConfig.config.filtr", "error", "filter"],
    ],
  ])("%s", (_, document, field) => {
    expect(unknown(document)).toEqual([field]);
  });

  test("an edge and its trigger", () => {
    const trigger = { type: "event" as const, event: "out", filters: { plan: "pro" } };
    const document = sketch({
      steps: { start: START_STEP, exit: EXIT_STEP },
      links: [{ from: "start", to: "exit", trigger, conditon: "x" } as { from: string; to: string }],
    });
    const edges = document.edges.map((edge) => ({ ...edge, conditon: "x" }));
    expect(unknown({ ...document, edges })).toEqual([
      ["trigger.filters", "error", "eventFilter"],
      ["conditon", "error", null],
    ]);
  });

  test("a plain map of entry conditions may have any key", () => {
    const settings = { entryConditions: { plan: "pro", rule: "strict" } };
    expect(unknown(around("WAIT", { duration: "1d" }, { settings }))).toEqual([]);
  });
});

describe("S10: the foreign spelling of a filter is understood where a filter stands", () => {
  const eventFilter = { plan: "pro" };

  test.each([
    ["a trigger", entering("CUSTOM_EVENT", { eventName: "in", eventFilter }), "config.triggerConfig"],
    ["a page trigger", entering("URL_MATCH", { pattern: "/", eventFilter }), "config.triggerConfig"],
    ["beside a trigger's config", entering("CUSTOM_EVENT", { eventName: "in" }, { eventFilter }), "config"],
    ["a wait", around("WAIT_FOR_EVENT", { eventName: "out", eventFilter, timeout: "1d" }), "config"],
  ])("%s", (_, document) => {
    const tidy = tidyDocument(document);
    expect(unknown(tidy)).toEqual([]);
    expect(JSON.stringify(tidy.nodes)).toContain('"filter":{"plan":"pro"}');
  });

  test("settings, goals, and the short word on an edge", () => {
    const document = around(
      "WAIT",
      { duration: "1d" },
      {
        settings: { exitConditions: [{ eventName: "out", eventFilter }] },
        goal: { type: "event", config: { eventName: "out", eventFilter } },
      },
    );
    const trigger = { type: "event" as const, event: " out ", filter: eventFilter };
    const edges = document.edges.map((edge) => ({ ...edge, trigger }));
    const tidy = tidyDocument({ ...document, edges });
    expect(unknown(tidy)).toEqual([]);
    expect(tidy).toMatchObject({
      settings: { exitConditions: [{ eventName: "out", filter: eventFilter }] },
      goalConfig: { config: { filter: eventFilter } },
    });
    expect(tidy.edges[0]?.trigger).toEqual({ type: "event", event: "out", eventFilter });
  });

  test("both spellings at once are not guessed at", () => {
    const document = entering("CUSTOM_EVENT", { eventName: "in", filter: {}, eventFilter });
    expect(unknown(tidyDocument(document))).toEqual([["config.triggerConfig.eventFilter", "error", "filter"]]);
  });
});

test("S30: event names are saved without the spaces around them, wherever they stand", () => {
  const tidy = tidyDocument(
    withSteps(
      { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: " in ", filter: { event: " kept " } } },
      {
        type: "WAIT_FOR_CONDITION",
        config: { include: [{ event: " seen", count: { gte: 1 } }], timeout: "1d" },
      },
      {
        settings: { exitConditions: [{ eventName: "out " }] },
        goal: { type: "event", config: { eventName: "\tdone" } },
      },
    ),
  );
  expect(tidy.nodes[0]?.config.triggerConfig).toEqual({ eventName: "in", filter: { event: " kept " } });
  expect(tidy.nodes[1]?.config.include).toEqual([{ event: "seen", count: { gte: 1 } }]);
  expect([tidy.settings.exitConditions, tidy.goalConfig?.config]).toEqual([
    [{ eventName: "out" }],
    { eventName: "done" },
  ]);
});

test("S32: set_attribute takes attribute or key", () => {
  const operations = [
    { type: "set_attribute", key: "plan", value: "pro" },
    { type: "unset_attribute", key: "trial" },
    { type: "set_attribute", attribute: "seats", value: 5 },
  ];
  const tidy = tidyDocument(around("ACTION", { operations }));
  expect(findProblems(tidy, nothingKnown)).toEqual([]);
  expect(tidy.nodes[1]?.config.operations).toMatchObject([
    { attribute: "plan" },
    { attribute: "trial" },
    { attribute: "seats" },
  ]);
});
