import { describe, expect, it } from "vitest";
import { afterArchive, afterPause, afterResume, afterUnpublish, paceSentence } from "./sentences.ts";

describe("what a move does to people", () => {
  it("counts who stands still in a hold", () => {
    expect(afterPause("hold", 412)).toContain("412 people will stand still");
    expect(afterPause("hold", 0)).toContain("Nobody is inside");
  });

  it("tells drain and queue apart", () => {
    expect(afterPause("drain", 2)).toContain("walk on to the end");
    expect(afterPause("queue", 2)).toContain("waits in a queue");
  });

  it("says who leaves when archiving", () => {
    expect(afterArchive(412)).toMatch(/^412 people will leave/);
    expect(afterArchive(1)).toMatch(/^1 person will leave/);
    expect(afterArchive(0)).not.toContain("leave");
  });

  it("lets people finish after unpublishing", () => {
    expect(afterUnpublish(7)).toContain("7 people inside will walk on");
  });

  it("speaks of the queue only after a queue pause", () => {
    expect(afterResume("queue", 3, 3)).toContain("held back for 3 people runs now");
    expect(afterResume("hold", 3, 3)).toContain("fell due for 3 people");
  });

  it("5: counts those for whom something happens, not those who merely wait", () => {
    expect(afterResume("hold", 12, 0)).toContain("12 people are inside. Nothing is due for them");
    expect(afterResume("queue", 12, 0)).not.toContain("runs now");
    expect(afterResume("queue", 12, 3)).toContain("3 people runs now, in order. The other 9 wait as before.");
    expect(afterResume("drain", 12, 0)).not.toContain("walked on");
    expect(afterResume("hold", 1, null)).toContain("1 person is inside. New people");
    expect(afterResume("queue", 0, 2)).toContain("held back for 2 people");
    expect(afterResume("hold", 0, 0)).toContain("Nobody is inside");
  });

  it("says how long resuming at a rate takes", () => {
    expect(paceSentence(1_000, "")).toContain("at once");
    expect(paceSentence(1_000, "300")).toContain("after about 4 minutes");
    expect(paceSentence(10, "300")).toContain("after a minute");
  });
});
