import { describe, expect, it } from "vitest";
import type { Split, SplitBranch } from "#data";
import {
  allocationText,
  doubtAbout,
  leaderOf,
  liftText,
  pathName,
  percentOf,
  promotionLines,
  verdict,
} from "./words.ts";

const branch = (label: string, more: Partial<SplitBranch> = {}): SplitBranch => ({
  edgeId: label,
  key: label,
  label,
  weight: 50,
  currentWeight: 50,
  holdout: false,
  entered: 100,
  people: 100,
  visits: 120,
  converted: 10,
  rate: 0.1,
  interval: [0.05, 0.17],
  probabilityBest: 0.5,
  lift: null,
  ...more,
});
const split = (branches: SplitBranch[], more: Partial<Split> = {}): Split => ({
  nodeId: "n",
  name: "test",
  allocation: "fixed",
  minSample: 100,
  minShare: 5,
  sticky: false,
  branches,
  promotedEdgeId: null,
  reweightedAt: null,
  ...more,
});
const held = branch("control", { holdout: true, weight: 10, currentWeight: 10, probabilityBest: null });

describe("the words of a split", () => {
  it("reads names of steps and leaves what people wrote", () => {
    expect(pathName("story_email")).toBe("Story email");
    expect(pathName("A: The story")).toBe("A: The story");
  });

  it("never rounds to certain or never", () => {
    expect([0, 0.0001, 0.1234, 0.99999, 1].map(percentOf)).toEqual(["0%", "<0.1%", "12.3%", ">99.9%", "100%"]);
  });

  it("gives a lift its sign and interval", () => {
    expect(liftText({ value: 0.5, interval: [-0.29, 2.18] })).toBe("+50% (−29% to +218%)");
  });

  it("says who leads, and when it is decided", () => {
    const open = split([branch("a", { probabilityBest: 0.2 }), branch("b", { probabilityBest: 0.8 })]);
    expect(leaderOf(open)?.label).toBe("b");
    expect(verdict(open)).toBe("Not decided yet: “B” leads with a probability of 80% to be the best.");
    expect(verdict(split([branch("a", { probabilityBest: 0.03 }), branch("b", { probabilityBest: 0.97 })]))).toBe(
      "“B” is the best with a probability of 97%.",
    );
    expect(verdict(split([branch("a", { entered: 0 }), branch("b", { entered: 0 })]))).toBe(
      "Nobody has reached this split yet.",
    );
    expect(verdict(split([held, branch("a"), branch("b")], { promotedEdgeId: "a" }))).toBe(
      "“A” is promoted: all new people take it, but for 10% held out.",
    );
  });

  it("says when learning begins", () => {
    const learning = split([branch("a", { entered: 20 }), branch("b")], { allocation: "thompson" });
    expect(allocationText(learning)).toContain("starts when every path has had 100 people");
    expect(allocationText({ ...learning, reweightedAt: "2026-01-01T00:00:00Z" })).not.toContain("begins");
  });

  it("doubts a promotion that is not sure, and names who is better", () => {
    const [worse, better] = [branch("a", { probabilityBest: 0.01 }), branch("b", { probabilityBest: 0.99 })];
    expect(doubtAbout(split([worse, better]), better)).toBeNull();
    expect(doubtAbout(split([worse, better]), worse)).toContain("for “B” it is 99%");
    expect(doubtAbout(split([branch("a"), branch("b")]), branch("a"))).toContain("More people");
  });

  it("says what a promotion does to people", () => {
    const two = split([held, branch("a"), branch("b")], { sticky: true, allocation: "thompson" });
    const lines = promotionLines(two, branch("a"), false);
    expect(lines[0]).toBe("From now on 90% of new people take “A”; 10% stay in the holdout.");
    expect(lines).toHaveLength(5);
    expect(promotionLines(two, branch("a"), true)[0]).toBe("From now on all new people take “A”.");
  });
});
