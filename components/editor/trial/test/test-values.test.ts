import { describe, expect, test } from "vitest";
import { node } from "../../document/testing.ts";
import { firstValues, formField, inputOf, startOf, TestValues } from "./test-values.ts";

const trigger = (triggerType: string, triggerConfig: Record<string, unknown>) =>
  node("t", "TRIGGER", { config: { triggerType, triggerConfig } });

describe("what starts a test run", () => {
  test("is the event of the first trigger, with the properties it asks for", () => {
    const nodes = [trigger("CUSTOM_EVENT", { eventName: "app.bought", filter: { plan: "pro" } })];
    expect(startOf(nodes)).toEqual({ eventName: "app.bought", properties: { plan: "pro" } });
    expect(startOf([trigger("URL_MATCH", { pattern: "/pricing" })])).toMatchObject({ eventName: "page.viewed" });
  });

  test("is nothing where people are enrolled by hand", () => {
    expect(inputOf(firstValues([trigger("MANUAL", {})]))).not.toHaveProperty("trigger");
  });
});

describe("what is sent", () => {
  const values: TestValues = {
    ...firstValues([]),
    traits: { plan: "free" },
    tags: " vip, ,early ",
    eventName: " app.x ",
    events: [{ after: "2d", eventName: "app.paid", properties: { amount: 5 } }],
  };

  test("is a sample person with traits, tags and later events", () => {
    expect(inputOf(values)).toEqual({
      person: { traits: { plan: "free" }, tags: ["vip", "early"] },
      trigger: { eventName: "app.x" },
      events: [{ after: "2d", eventName: "app.paid", properties: { amount: 5 } }],
    });
  });

  test("is nothing but the id of a real person", () => {
    expect(inputOf({ ...values, who: "person", personId: "p1", events: [] })).toEqual({
      personId: "p1",
      trigger: { eventName: "app.x" },
    });
  });
});

describe("errors", () => {
  const paths = (over: Partial<TestValues>) =>
    (TestValues.safeParse({ ...firstValues([]), ...over }).error?.issues ?? []).map(({ path }) => path.join("."));

  test("stand at the field they are about", () => {
    expect(paths({})).toEqual([]);
    expect(paths({ who: "person" })).toEqual(["personId"]);
    expect(paths({ events: [{ after: "soon", eventName: " ", properties: undefined }] })).toEqual([
      "events.0.after",
      "events.0.eventName",
    ]);
  });

  test("of the server go to the field too, the rest to the form", () => {
    expect(formField({ pointer: "#/events/1/after", message: "" })).toBe("events.1.after");
    expect(formField({ field: "trigger.eventName", message: "" })).toBe("eventName");
    expect(formField({ pointer: "#/draft/nodes/0", message: "" })).toBeNull();
  });
});
