import { describe, expect, it } from "vitest";
import { asLive, noteSlice, openLiveWork, sliceFor, widthOf, yieldToLive } from "./live-work.ts";

const QUIET_MS = 2_000;

/** A batch that runs until `end` is called. */
function batch(live: ReturnType<typeof openLiveWork>, idle = false) {
  const { promise, resolve } = Promise.withResolvers<{ idle: boolean }>();
  return { done: asLive(live, () => promise), end: () => resolve({ idle }) };
}

describe("R50 bulk work", () => {
  it("is wide until a batch finds somebody, and again after two quiet seconds", async () => {
    const live = openLiveWork();
    expect(widthOf(live)).toMatchObject({ shards: 2, holdMs: 400 });
    const looked = batch(live, true);
    expect(widthOf(live)).toMatchObject({ atOnce: 2, shards: 1, holdMs: 25 });
    looked.end();
    await looked.done;
    expect(widthOf(live).shards).toBe(2);
    const found = batch(live);
    found.end();
    await found.done;
    expect(widthOf(live).shards).toBe(1);
    live.lastAt -= QUIET_MS;
    expect(widthOf(live).shards).toBe(2);
  });

  it("takes slices of about 20 ms while people are live, by the speed of each kind", () => {
    const live = openLiveWork();
    expect(sliceFor(live, "enroll")).toBe(2_000);
    live.running = 1;
    expect(sliceFor(live, "enroll")).toBe(50);
    for (const speed of [20, 20]) noteSlice(live, "enroll", speed);
    expect([sliceFor(live, "enroll"), sliceFor(live, "migrate")]).toEqual([400, 50]);
    noteSlice(live, "enroll", 1_000);
    expect(sliceFor(live, "enroll")).toBe(2_000);
  });

  it("waits for the batches that run, but at most nine times as long as it worked", async () => {
    const live = openLiveWork();
    live.lastRoundMs = 1_000;
    const running = batch(live);
    let isOver = false;
    const waiting = yieldToLive(live).then(() => isOver);
    isOver = true;
    running.end();
    expect(await waiting).toBe(true);
    live.lastRoundMs = 1;
    const endless = batch(live);
    await yieldToLive(live);
    expect(live).toMatchObject({ running: 1, wakeUps: new Set() });
    endless.end();
    await endless.done;
    await yieldToLive(live);
  });

  it("goes on after a batch that failed", async () => {
    const live = openLiveWork();
    await expect(asLive(live, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(live.running).toBe(0);
  });
});
