import { describe, expect, it } from "vitest";
import { BoundedCache } from "./bounded-cache.ts";

describe("T1: a cache that is bounded by size", () => {
  it("T1: keeps many small entries and few large ones", () => {
    const cache = new BoundedCache<number>(100_000);
    for (let n = 0; n < 1_000; n++) cache.set(`key ${n}`, n);
    expect(cache.get("key 0")).toBe(0);
    for (let n = 0; n < 1_000; n++) {
      cache.set(`${n}${"x".repeat(20_000)}`, n);
      expect(cache.weight).toBeLessThanOrEqual(100_000);
    }
  });

  it("T1: weighs an entry by what was made of its text, where that is larger", () => {
    const cache = new BoundedCache<string>(1_000);
    cache.set("a", "small", 100);
    cache.set("b", "too large to be kept", 900);
    expect([cache.get("a"), cache.get("b")]).toEqual(["small", undefined]);
  });

  it("T1: counts a text that is set again once", () => {
    const cache = new BoundedCache<number>(10_000);
    for (let n = 0; n < 1_000; n++) cache.set("same", n);
    expect(cache.get("same")).toBe(999);
    expect(cache.weight).toBeLessThan(100);
  });
});
