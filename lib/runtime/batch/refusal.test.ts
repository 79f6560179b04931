import { expect, it } from "vitest";
import { reasonOf } from "./refusal.ts";

it("S3: a reason that is cut inside a surrogate pair can still be stored", () => {
  const reason = reasonOf(new Error(`${"x".repeat(499)}\u{1f600}`));
  expect(reason).toHaveLength(500);
  expect(reason.isWellFormed()).toBe(true);
  expect(reasonOf(new Error("a\u0000b\ud83d\nsecond line"))).toBe("a\ufffdb\ufffd");
});
