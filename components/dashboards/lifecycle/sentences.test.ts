import { describe, expect, it } from "vitest";
import { afterArchive, afterPause, afterResume, afterUnpublish, paceSentence } from "./sentences.ts";

describe("what a move does to people", () => {
  it("counts who stands still in a hold", () => {
    expect(afterPause("hold", 412)).toContain("412 people will stay at their step");
    expect(afterPause("hold", 0)).toContain("Nobody is inside");
  });

  it("tells drain and queue apart", () => {
    expect(afterPause("drain", 2)).toContain("continue to the end");
    expect(afterPause("queue", 2)).toContain("are queued");
  });

  it("says who leaves when archiving", () => {
    expect(afterArchive(412)).toMatch(/^412 people will leave/);
    expect(afterArchive(1)).toMatch(/^1 person will leave/);
    expect(afterArchive(0)).not.toContain("leave");
  });

  it("lets people finish after unpublishing", () => {
    expect(afterUnpublish(7)).toContain("7 people inside will continue");
  });

  it("speaks of the queue only after a queue pause", () => {
    expect(afterResume("queue", 3, 3)).toContain("Queued messages and changes of 3 people run now");
    expect(afterResume("hold", 3, 3)).toContain("Overdue steps of 3 people run now");
  });

  it("5: counts those for whom something happens, not those who merely wait", () => {
    expect(afterResume("hold", 12, 0)).toContain("12 people are inside. Nothing is overdue");
    expect(afterResume("queue", 12, 0)).not.toContain("run now");
    expect(afterResume("queue", 12, 3)).toContain("3 people run now, in order. The other 9 wait as before.");
    expect(afterResume("drain", 12, 0)).not.toContain("continue now");
    expect(afterResume("hold", 1, null)).toContain("1 person is inside. New people");
    expect(afterResume("queue", 0, 2)).toContain("changes of 2 people");
    expect(afterResume("hold", 0, 0)).toContain("Nobody is inside");
  });

  it("says how long resuming at a rate takes", () => {
    expect(paceSentence(1_000, "")).toContain("immediately");
    expect(paceSentence(1_000, "300")).toContain("after about 4 minutes");
    expect(paceSentence(10, "300")).toContain("after a minute");
  });
});
