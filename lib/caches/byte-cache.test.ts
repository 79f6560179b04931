import { expect, it } from "vitest";
import { ByteCache } from "./index.ts";

const ENTRY = 102;
const cacheFor = (entries: number) => new ByteCache<string>(entries * ENTRY, () => 0);

it("T1: a cache keeps what was asked for lately, and never more bytes than it may", () => {
  const cache = new ByteCache<string>(100_000, (_, value) => value.length);
  for (let n = 0; n < 10_000; n++) {
    cache.set(`key ${n}`, "x".repeat(n % 5_000));
    cache.get("key 1");
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  }
  expect(cache.get("key 1")).toBe("x");
  expect(cache.get("key 2")).toBeUndefined();
  expect(cache.get("key 9999")).toBe("x".repeat(4_999));
});

it("T1: a value that costs more than half of the cache is not kept, and pushes nothing out", () => {
  const cache = new ByteCache<string>(10_000, (_, value) => value.length);
  cache.set("small", "x");
  cache.set("large", "x".repeat(6_000));
  expect(cache.get("large")).toBeUndefined();
  expect(cache.get("small")).toBe("x");
});

it("drops the older generation once the younger one is full", () => {
  const cache = cacheFor(4);
  for (const key of ["a", "b", "c"]) cache.set(key, key);
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["a", "b", "c"]);
  for (const key of ["d", "e", "f"]) cache.set(key, key);
  expect(cache.get("b")).toBeUndefined();
});

it("tells a remembered null from nothing", () => {
  const cache = new ByteCache<null>(10_000, () => 0);
  cache.set("broken", null);
  expect([cache.get("broken"), cache.get("unknown")]).toEqual([null, undefined]);
});
