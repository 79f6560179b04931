import { describe, expect, it } from "vitest";
import { applyMove, JOURNEY_STATUSES, type JourneyMove, type LifeState, movesFrom } from "./life-cycle.ts";

const state = (status: LifeState<number>["status"]): LifeState<number> => ({
  status,
  pauseMode: status === "paused" ? "hold" : null,
  pauses: status === "paused" ? [{ mode: "hold", from: 1, to: null, onResume: "shift" }] : [],
});
const to = (move: JourneyMove) =>
  JOURNEY_STATUSES.map((status) => applyMove(state(status), move, { at: 5 })?.status ?? null);

describe("the life cycle of a journey", () => {
  it("leads from draft, published, paused and archived where each move says, and nowhere else", () => {
    expect(to("publish")).toEqual(["published", "published", "published", null]);
    expect(to("pause")).toEqual([null, "paused", null, null]);
    expect(to("resume")).toEqual([null, null, "published", null]);
    expect(to("unpublish")).toEqual([null, "draft", "draft", null]);
    expect(to("archive")).toEqual(["archived", "archived", "archived", "archived"]);
    expect(to("restore")).toEqual([null, null, null, "draft"]);
  });

  it("begins a pause in the asked-for way and keeps the earlier ones", () => {
    const before = { mode: "drain", from: 1, to: 2 } as const;
    expect(applyMove({ ...state("published"), pauses: [before] }, "pause", { at: 5, mode: "queue" })).toEqual({
      status: "paused",
      pauseMode: "queue",
      pauses: [before, { mode: "queue", from: 5, to: null }],
    });
    expect(applyMove(state("published"), "pause", { at: 5 })?.pauseMode).toBe("drain");
  });

  it.each(["resume", "publish", "unpublish", "archive"] as const)(
    "ends the pause with %s, and all else of it stays",
    (move) => {
      expect(applyMove(state("paused"), move, { at: 5 })).toMatchObject({
        pauseMode: null,
        pauses: [{ mode: "hold", from: 1, to: 5, onResume: "shift" }],
      });
    },
  );

  it("lists the moves that change something in the order of the menus", () => {
    expect(JOURNEY_STATUSES.map(movesFrom)).toEqual([
      ["publish", "archive"],
      ["publish", "pause", "unpublish", "archive"],
      ["resume", "publish", "unpublish", "archive"],
      ["restore"],
    ]);
  });
});
