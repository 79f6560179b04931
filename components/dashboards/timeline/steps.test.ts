import { expect, it } from "vitest";
import type { Delivery, EnrollmentDetail, Transition } from "#data";
import type { JourneyNode } from "#journey";
import { stepsOf } from "./steps.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();
const hop = (over: Partial<Transition>): Transition => ({
  id: "h",
  fromNodeId: null,
  toNodeId: null,
  edgeId: null,
  at: at(0),
  cause: "immediate",
  receipt: {},
  sentence: "",
  versionNumber: 1,
  fromNodeName: null,
  toNodeName: null,
  ...over,
});
const node = (id: string, type: JourneyNode["type"]): JourneyNode => ({
  id,
  type,
  name: `the ${id}`,
  config: {},
  position: { x: 0, y: 0 },
  contentId: null,
});
const delivery = (id: string, nodeId: string, seconds: number) =>
  ({ id, nodeId, queuedAt: at(seconds), status: "sent" }) as Delivery;

const enrollment = {
  transitions: [
    hop({ id: "1", toNodeId: "start", cause: "start" }),
    hop({ id: "2", fromNodeId: "start", toNodeId: "mail", at: at(5) }),
    hop({ id: "3", fromNodeId: "mail", toNodeId: "gone", at: at(65) }),
    hop({ id: "4", fromNodeId: "gone", toNodeId: "mail", at: at(70) }),
    hop({ id: "5", fromNodeId: "mail", toNodeId: null, at: at(80), cause: "stop", receipt: { reason: "stopped" } }),
  ],
  deliveries: [delivery("second", "mail", 71), delivery("first", "mail", 6)],
} as EnrollmentDetail;
const steps = stepsOf(enrollment, [node("start", "TRIGGER"), node("mail", "CONTENT")]);

it("gives each visit of a node its own delivery", () => {
  expect(steps[1]?.deliveries.map(({ id }) => id)).toEqual(["first"]);
  expect(steps[3]?.deliveries.map(({ id }) => id)).toEqual(["second"]);
});

it("shows with the first hop what let the person in", () => {
  const [first, second] = stepsOf({ ...enrollment, trigger: { event: "user.created", id: "e1" } }, []);
  expect(first?.receipt).toEqual({ event: "user.created", eventId: "e1" });
  expect(second?.receipt).toEqual({});
});

it("measures the time since the hop before", () => {
  expect(steps.map(({ after }) => after)).toEqual([null, 5, 60, 5, 10]);
});

it("says which version each hop was on, and marks where it changed", () => {
  const hops = [hop({ id: "1" }), hop({ id: "2", versionNumber: 3 }), hop({ id: "3", versionNumber: 3 })];
  const told = stepsOf({ ...enrollment, transitions: hops }, []);
  expect(told.map(({ version, isOtherVersion }) => [version, isOtherVersion])).toEqual([
    [1, false],
    [3, true],
    [3, false],
  ]);
});

it("names nodes that the draft no longer has, and the end", () => {
  expect(steps[2]?.node?.name).toBe("a removed step");
  expect(steps[4]?.node).toBeNull();
});
