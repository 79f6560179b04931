import { describe, expect, it } from "vitest";
import { type NamedHop, receiptWith, sayTransition } from "./transitions.ts";

const hop = (over: Partial<NamedHop>): NamedHop => ({
  cause: "immediate",
  receipt: {},
  from: { name: "wait_a_day", type: "WAIT" },
  to: { name: "reminder", type: "CONTENT" },
  ...over,
});

describe("the reason of a hop", () => {
  it("tells a move by publishing, a retry and what was done by hand as such", () => {
    expect(sayTransition(hop({ cause: "migrate", version: 3 }))).toBe("Moved to “reminder” by publishing version 3.");
    expect(sayTransition(hop({ cause: "migrate", to: null }))).toBe("Left by publishing another version.");
    expect(sayTransition(hop({ cause: "retry", from: null }))).toBe("Retried at “reminder”.");
    expect(sayTransition(hop({ cause: "retry", receipt: { skipped: true } }))).toBe(
      "The failed step “wait_a_day” was skipped, continued to “reminder”.",
    );
    expect(sayTransition(hop({ cause: "release", receipt: { skipped: true } }))).toBe(
      "The wait at “wait_a_day” was ended by hand, continued to “reminder”.",
    );
    expect(sayTransition(hop({ cause: "release", receipt: { moved: true } }))).toBe(
      "Moved from “wait_a_day” to “reminder” by hand.",
    );
    expect(sayTransition(hop({ cause: "release", to: null }))).toBe(
      "Taken out of the journey at “wait_a_day” by hand.",
    );
  });

  it("names the event that started or moved the enrollment", () => {
    expect(
      sayTransition(
        hop({
          cause: "start",
          from: null,
          to: { name: "signed_up", type: "TRIGGER" },
          receipt: { event: "user.created" },
        }),
      ),
    ).toBe("Entered at “signed_up” by the event user.created.");
    expect(sayTransition(hop({ cause: "event", receipt: { event: "app.paid" } }))).toBe(
      "The event app.paid came, continued to “reminder”.",
    );
  });

  it("says how somebody was enrolled without an event", () => {
    const start = { cause: "start", from: null, to: { name: "t", type: "TRIGGER" as const } };
    expect(sayTransition(hop({ ...start, receipt: { origin: "manual" } }))).toBe("Enrolled by hand at “t”.");
    expect(sayTransition(hop({ ...start, receipt: { origin: "audience" } }))).toContain("member of the audience");
    expect(sayTransition(hop({ ...start, receipt: { trigger: "URL_MATCH" } }))).toBe("Entered at “t” by a page view.");
    expect(sayTransition(hop({ ...start, receipt: { origin: "effect", trigger: "CUSTOM_EVENT" } }))).toBe(
      "Enrolled at “t” by another journey.",
    );
  });

  it("says what let the person in, as the enrollment keeps it", () => {
    const by = (trigger: NamedHop["receipt"] | null) =>
      sayTransition(
        hop({
          cause: "start",
          from: null,
          to: { name: "t", type: "TRIGGER" },
          receipt: receiptWith(trigger, "start", {}),
        }),
      );
    expect(by({ event: "user.created", id: "e1" })).toBe("Entered at “t” by the event user.created.");
    expect(by({ origin: "manual" })).toBe("Enrolled by hand at “t”.");
    expect(by(null)).toBe("Entered at “t”.");
    expect(receiptWith({ event: "x" }, "timer", { due: 1 })).toEqual({ due: 1 });
  });

  it("tells a finished wait from a timeout", () => {
    expect(sayTransition(hop({ cause: "timer" }))).toBe("The wait at “wait_a_day” was over, continued to “reminder”.");
    expect(sayTransition(hop({ cause: "timer", from: { name: "paid?", type: "WAIT_FOR_EVENT" } }))).toContain(
      "did not come in time",
    );
  });

  it("says how a condition, a split and a goal check came out", () => {
    expect(sayTransition(hop({ from: { name: "is_pro", type: "CONDITION" }, receipt: { result: "TRUE" } }))).toBe(
      "“is_pro” resulted in true, continued to “reminder”.",
    );
    expect(sayTransition(hop({ from: { name: "plan", type: "CONDITION" }, receipt: { result: "default" } }))).toBe(
      "“plan” resulted in none of its branches, continued to “reminder”.",
    );
    expect(sayTransition(hop({ from: { name: "ab", type: "SPLIT" }, receipt: { drawn: 37.2, result: "x" } }))).toBe(
      "Random draw at “ab”: 37.2 of 100, which leads to “reminder”.",
    );
    for (const [kept, words] of [
      ["trip", "as before in this enrollment"],
      ["person", "as in an earlier enrollment"],
    ])
      expect(sayTransition(hop({ from: { name: "ab", type: "SPLIT" }, receipt: { kept, result: "x" } }))).toBe(
        `Took the same path of “ab” ${words}, continued to “reminder”.`,
      );
    expect(sayTransition(hop({ receipt: { reached: false } }))).toContain("The goal was not reached yet at");
    expect(sayTransition(hop({ receipt: { reached: true } }))).toContain("The goal was reached at");
  });

  it("says what was seen, or what went wrong when it was looked at", () => {
    const from = { name: "is_pro", type: "CONDITION" as const };
    const receipt = { result: "TRUE", seen: { "traits.plan": "pro", "traits.seats": 5 } };
    expect(sayTransition(hop({ from, receipt }))).toBe(
      "“is_pro” resulted in true (trait plan is “pro” and trait seats is 5), continued to “reminder”.",
    );
    expect(sayTransition(hop({ from, receipt: { result: "FALSE", errors: ["no such key: plan"] } }))).toContain(
      "resulted in false (no such key: plan)",
    );
  });

  it("tells an event that came from one that had happened before", () => {
    expect(sayTransition(hop({ cause: "event", from: { name: "paid?", type: "WAIT_FOR_EVENT" } }))).toBe(
      "What “paid?” waits for had happened before, continued to “reminder”.",
    );
  });

  it("names what an action did", () => {
    expect(
      sayTransition(hop({ from: { name: "mark", type: "ACTION" }, receipt: { did: ["tag_user", "advance_stage"] } })),
    ).toBe("At “mark”: added a tag, changed the stage, continued to “reminder”.");
  });

  it("names why an enrollment ended early", () => {
    expect(sayTransition(hop({ cause: "stop", to: null, receipt: { reason: "journey_archived" } }))).toBe(
      "The journey was archived.",
    );
    expect(sayTransition(hop({ cause: "stop", to: null }))).toBe("Stopped.");
    expect(sayTransition(hop({ cause: "max_duration", to: null }))).toContain("maximum duration");
    expect(sayTransition(hop({ cause: "failed", to: null, receipt: { error: "no such field" } }))).toBe(
      "“wait_a_day” failed: no such field.",
    );
  });

  it("still says something about a cause it has never heard of", () => {
    expect(sayTransition(hop({ cause: "teleport", from: { name: "a", type: "WAIT" } }))).toBe(
      "Passed “a”, continued to “reminder”.",
    );
  });

  it("still says something about a node of a type that only a newer release knows", () => {
    const from: NamedHop["from"] = JSON.parse('{"name":"a","type":"TELEPORT"}');
    expect(sayTransition(hop({ from }))).toBe("Passed “a”, continued to “reminder”.");
    expect(sayTransition(hop({ from, cause: "timer" }))).toBe("The wait at “a” was over, continued to “reminder”.");
  });
});
