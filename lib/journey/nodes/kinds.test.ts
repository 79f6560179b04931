import { expect, test } from "vitest";
import { baseName, nodeKinds, type SetsOff } from "../index.ts";

const setsOff = (...operations: object[]): SetsOff[] => [...nodeKinds.ACTION.setsOff({ operations })];

test("an action says what it sets off, and where its config names it", () => {
  expect(setsOff({ type: "tag_user", tagName: "vip" }, { type: "emit_event", eventName: " paid " })).toEqual([
    { what: "event", name: "app.paid", field: "operations.1.eventName" },
  ]);
  expect(setsOff({ type: "enroll", journey: 7 }, { type: "remove_segment", segment: "vip" })).toEqual([
    { what: "enroll", name: "7", field: "operations.0.journey" },
    { what: "leave", name: "vip", field: "operations.1.segment" },
  ]);
});

test("clearing a trait changes it as setting it does", () => {
  for (const type of ["set_attribute", "unset_attribute"])
    expect(setsOff({ type, attribute: "plan" })).toEqual([
      { what: "trait", name: "plan", field: "operations.0.attribute" },
    ]);
});

test("an operation that is not filled in, or is of no known kind, sets nothing off", () => {
  expect(setsOff({ type: "enroll" }, { type: "emit_event", eventName: " " }, { type: "toString" }, {})).toEqual([]);
  expect(nodeKinds.ACTION.setsOff({ operations: [null, 3] })).toEqual([]);
  expect(nodeKinds.ACTION.setsOff({})).toEqual([]);
});

test("a wait says how its end is found: for certain after a duration, or perhaps never", () => {
  const { lasts, mayWaitForever } = nodeKinds.WAIT;
  expect(lasts({ duration: "2h" })).toBe("2h");
  expect(lasts({ duration: "2h", window: {} })).toBeUndefined();
  expect(mayWaitForever({ until: { trait: "birthday" } })).toBe(true);
  expect(mayWaitForever({ until: { trait: "birthday" }, timeout: "3d" })).toBe(false);
  expect(mayWaitForever({ until: { at: "2026-05-01" } })).toBe(false);
});

test("timers of one length are the same in every spelling", () => {
  const { timersFrom } = nodeKinds.WAIT_FOR_EVENT;
  expect(timersFrom({ timeout: "60" })).toEqual(timersFrom({ timeout: { minutes: 60 } }));
  expect(nodeKinds.CONTENT.timersFrom({ contentType: "email", timeout: "1d" })).toBeNull();
  expect(nodeKinds.CONTENT.timersFrom({ contentType: "modal", timeout: "1d" })).toEqual({ timeout: "1d" });
});

test("a new node is called as what it sends, else as its kind", () => {
  expect(baseName("CONTENT", { contentType: "sms" })).toBe("sms");
  expect(baseName("CONTENT", { contentType: "No name!" })).toBe("content");
  expect(baseName("WAIT_FOR_EVENT", {})).toBe("wait_for_event");
});
