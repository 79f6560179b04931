import { describe, expect, test } from "vitest";
import { newId, shardOf } from "./ids.ts";

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe("a new id", () => {
  test("is a uuid v7 that begins with its time and leads to its shard", () => {
    const at = Date.UTC(2026, 10, 22);
    for (const shard of [0, 41, 63]) {
      const id = newId(shard, at);
      expect(id).toMatch(UUID_V7);
      expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
      expect(shardOf(id)).toBe(shard);
    }
  });

  test("comes behind those of the same moment before it", () => {
    const ids = Array.from({ length: 10_000 }, () => newId(7, 1));
    const descents = ids.filter((id, index) => index > 0 && id <= (ids[index - 1] ?? ""));
    // After 67 million ids the counter restarts.
    expect(descents.length).toBeLessThanOrEqual(1);
  });

  test("is no other's, also where the counter is the same", () => {
    const random = (id: string) => id.slice(24, -2);
    const tails = Array.from({ length: 10_000 }, () => random(newId(7, 1)));
    expect(new Set(tails).size).toBeGreaterThan(9_900);
  });
});
