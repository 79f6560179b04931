import { beforeEach, expect, test } from "vitest";
import { HOUR_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const exit = (name: string) => ({ type: "EXIT", name, config: {} });
const ordered = (userId: string, orderId: unknown, rest: Record<string, unknown> = {}) =>
  track(api, "ordered", [userId], { properties: { orderId, ...rest } });
const paid = (userId: string, orderId: unknown, rest: Record<string, unknown> = {}) =>
  track(api, "paid", [userId], { properties: { orderId, ...rest } });

/** An action whose edges race: paid for this very order, refused for good, or an hour over. */
const racing = (settings: Record<string, unknown> = {}): Promise<Walked> =>
  published(
    api,
    [
      onEvent("ordered"),
      { type: "ACTION", name: "noted", config: { operations: [{ type: "none" }] } },
      exit("thanks"),
      exit("refused"),
      exit("late"),
    ],
    {
      settings,
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        {
          sourceNodeId: 1,
          targetNodeId: 2,
          trigger: {
            type: "event",
            event: "paid",
            expression: "event.properties.orderId == trigger.properties.orderId",
          },
        },
        {
          sourceNodeId: 1,
          targetNodeId: 3,
          trigger: { type: "event", event: "paid", eventFilter: { state: "refused", code: 5 } },
        },
        { sourceNodeId: 1, targetNodeId: 4, trigger: { type: "timer", delay: "1h" } },
      ],
    },
  );

test("an edge takes the event of the same order only, another by a strict filter, and the hour ends the rest", async () => {
  const journey = await racing();
  for (const person of ["ada", "alan", "grace"]) await ordered(person, `of ${person}`);
  await paid("ada", "of alan");
  await paid("ada", "of ada");
  await paid("alan", "of nobody", { state: "refused", code: "5" });
  await paid("alan", "of nobody", { state: "refused" });
  await paid("alan", "of nobody", { state: "refused", code: 5 });
  await later(api, HOUR_MS + 1_000);
  expect(await pathsOf(api, journey)).toEqual([
    ["start", "noted", "thanks"],
    ["start", "noted", "refused"],
    ["start", "noted", "late"],
  ]);
});

test("with an instance key a person runs once for each order, and what happens to one order moves that enrollment alone", async () => {
  const journey = await racing({ instanceKey: "orderId", reEntry: "once" });
  for (const order of ["A", "B", "A"]) await ordered("ada", order);
  await paid("ada", "B");
  expect(await pathsOf(api, journey)).toEqual([
    ["start", "noted"],
    ["start", "noted", "thanks"],
  ]);
  await ordered("ada", "B");
  await ordered("ada", "C");
  expect(await pathsOf(api, journey)).toHaveLength(3);
});

test.each([
  ["enrollment", ["start", "pause", "reply", "end"]],
  ["node", ["start", "pause", "reply"]],
])("R20 an event from before the node was reached counts with since: %s as it should", async (since, path) => {
  const pause = { type: "WAIT", name: "pause", config: { duration: "1h" } };
  const reply = { type: "WAIT_FOR_EVENT", name: "reply", config: { eventName: "replied", since } };
  const journey = await published(api, [onEvent("asked"), pause, reply, exit("end")]);
  await track(api, "replied", ["ada"]);
  await track(api, "asked", ["ada"]);
  await later(api, HOUR_MS + 1_000);
  expect(await pathsOf(api, journey)).toEqual([["start", "pause", "reply"]]);
  const again = await published(api, [onEvent("asked again"), pause, reply, exit("end")]);
  await track(api, "asked again", ["ada"]);
  await track(api, "replied", ["ada"]);
  await later(api, HOUR_MS + 1_000);
  expect((await pathsOf(api, again)).at(-1)).toEqual(path);
});

test("an awaited event is correlated by an expression as well, beside a filter", async () => {
  const reply = {
    type: "WAIT_FOR_EVENT",
    name: "reply",
    config: {
      eventName: "paid",
      filter: { state: "done" },
      expression: "event.properties.orderId == trigger.properties.orderId && event.properties.sum > 10",
      timeout: "1h",
    },
  };
  const journey = await published(api, [onEvent("ordered"), reply, exit("end"), exit("late")], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "event" },
      { sourceNodeId: 1, targetNodeId: 3, branch: "timeout" },
    ],
  });
  await ordered("ada", 7);
  await ordered("alan", 8);
  await paid("ada", 7, { state: "done", sum: 11 });
  await paid("alan", 8, { state: "done", sum: 10 });
  await paid("alan", 8, { state: "open", sum: 11 });
  await paid("alan", 7, { state: "done", sum: 11 });
  await later(api, HOUR_MS + 1_000);
  expect(await pathsOf(api, journey)).toEqual([
    ["start", "reply", "end"],
    ["start", "reply", "late"],
  ]);
});
