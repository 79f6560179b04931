import { describe, expect, it } from "vitest";
import { explainHop, type NamedHop } from "./explain-hop.ts";

const hop = (over: Partial<NamedHop>): NamedHop => ({
  cause: "immediate",
  receipt: {},
  from: { name: "wait_a_day", type: "WAIT" },
  to: { name: "reminder", type: "CONTENT" },
  ...over,
});

describe("the reason of a hop", () => {
  it("names the event that started or moved the enrollment", () => {
    expect(
      explainHop(
        hop({
          cause: "start",
          from: null,
          to: { name: "signed_up", type: "TRIGGER" },
          receipt: { event: "user.created" },
        }),
      ),
    ).toBe("Entered at “signed_up” by the event user.created.");
    expect(explainHop(hop({ cause: "event", receipt: { event: "app.paid" } }))).toBe(
      "The event app.paid came, continued to “reminder”.",
    );
  });

  it("says how somebody was enrolled without an event", () => {
    const start = { cause: "start", from: null, to: { name: "t", type: "TRIGGER" as const } };
    expect(explainHop(hop({ ...start, receipt: { origin: "manual" } }))).toBe("Enrolled by hand at “t”.");
    expect(explainHop(hop({ ...start, receipt: { origin: "audience" } }))).toContain("member of the audience");
  });

  it("tells a finished wait from a timeout", () => {
    expect(explainHop(hop({ cause: "timer" }))).toBe("The wait at “wait_a_day” was over, continued to “reminder”.");
    expect(explainHop(hop({ cause: "timer", from: { name: "paid?", type: "WAIT_FOR_EVENT" } }))).toContain(
      "did not come in time",
    );
  });

  it("says how a condition, a split and a goal check came out", () => {
    expect(explainHop(hop({ from: { name: "is_pro", type: "CONDITION" }, receipt: { result: "TRUE" } }))).toBe(
      "“is_pro” resulted in true, continued to “reminder”.",
    );
    expect(explainHop(hop({ from: { name: "ab", type: "SPLIT" }, receipt: { drawn: 37.2, result: "x" } }))).toBe(
      "Random draw at “ab”: 37.2 of 100, which leads to “reminder”.",
    );
    for (const [kept, words] of [
      ["trip", "as before in this enrollment"],
      ["person", "as in an earlier enrollment"],
    ])
      expect(explainHop(hop({ from: { name: "ab", type: "SPLIT" }, receipt: { kept, result: "x" } }))).toBe(
        `Took the same path of “ab” ${words}, continued to “reminder”.`,
      );
    expect(explainHop(hop({ receipt: { reached: false } }))).toContain("The goal was not reached yet at");
    expect(explainHop(hop({ receipt: { reached: true } }))).toContain("The goal was reached at");
  });

  it("names what an action did", () => {
    expect(
      explainHop(hop({ from: { name: "mark", type: "ACTION" }, receipt: { did: ["tag_user", "advance_stage"] } })),
    ).toBe("At “mark”: added a tag, changed the stage, continued to “reminder”.");
  });

  it("names why an enrollment was cut short", () => {
    expect(explainHop(hop({ cause: "stop", to: null, receipt: { reason: "journey_archived" } }))).toBe(
      "The journey was archived.",
    );
    expect(explainHop(hop({ cause: "max_duration", to: null }))).toContain("maximum duration");
    expect(explainHop(hop({ cause: "failed", to: null, receipt: { error: "no such field" } }))).toBe(
      "“wait_a_day” failed: no such field.",
    );
  });

  it("still says something about a cause it has never heard of", () => {
    expect(explainHop(hop({ cause: "teleport", from: { name: "a", type: "WAIT" } }))).toBe(
      "Passed “a”, continued to “reminder”.",
    );
  });
});
